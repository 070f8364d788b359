/** Rules on input cells: as Office.js sets and reads them, and as the file holds them. */
import { unzipSync, strFromU8 } from 'fflate';
import { AT, bench, load, plain, reopened, withMarkup, type Bench } from './bench';

const WHOLE = { wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' as const } };
const PROPERTIES = 'type,rule,ignoreBlanks,prompt,errorAlert';

const rulesOf = (from: Bench, address: string) =>
  from.run((_context, ws) => load(ws.getRange(address).dataValidation, PROPERTIES));

/** A workbook with a cell: an empty sheet's markup has no place behind its cells. */
async function withCell(): Promise<Bench> {
  const made = await bench();
  await made.run((_context, ws) => {
    ws.getRange('Z99').values = [[1]];
  });
  return made;
}

async function markupOf({ file }: Bench): Promise<string> {
  const part = unzipSync(await file.save(AT))['xl/worksheets/sheet1.xml'];
  return /<dataValidations.*<\/dataValidations>/s.exec(strFromU8(part as Uint8Array))?.[0] ?? '';
}

test('a rule, a note and an alert are kept in the file', async () => {
  const made = await bench();
  await made.run((_context, ws) => {
    const { dataValidation } = ws.getRange('B2:B9');
    dataValidation.rule = WHOLE;
    dataValidation.prompt = { showPrompt: true, title: 'Hồ sơ', message: 'Số & đơn vị' };
    dataValidation.errorAlert = {
      showAlert: true,
      style: 'Stop',
      title: 'Sai',
      message: 'Số nguyên từ 0',
    };
  });
  const expected = {
    type: 'WholeNumber',
    rule: WHOLE,
    ignoreBlanks: true,
    prompt: { showPrompt: true, title: 'Hồ sơ', message: 'Số & đơn vị' },
    errorAlert: { showAlert: true, style: 'Stop', title: 'Sai', message: 'Số nguyên từ 0' },
  };
  expect(await rulesOf(made, 'B3:B4')).toEqual(expected);
  expect(await markupOf(made)).toBe(
    '<dataValidations count="1"><dataValidation type="whole" operator="greaterThanOrEqual" ' +
      'allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="B2:B9" ' +
      'promptTitle="Hồ sơ" prompt="Số &amp; đơn vị" errorTitle="Sai" error="Số nguyên từ 0">' +
      '<formula1>0</formula1></dataValidation></dataValidations>',
  );
  expect(await rulesOf(await reopened(made), 'B2:B9')).toEqual(expected);
});

test.each<[string, Excel.DataValidationRule, string]>([
  ['decimal', { decimal: { formula1: 1, formula2: 2.5, operator: 'Between' } }, 'Decimal'],
  ['a list', { list: { inCellDropDown: true, source: 'Có,Không' } }, 'List'],
  ['a list in cells', { list: { inCellDropDown: false, source: '=$D$1:$D$3' } }, 'List'],
  ['a formula', { custom: { formula: '=ISNUMBER(A1)' } }, 'Custom'],
  ['length', { textLength: { formula1: '=C1', operator: 'LessThan' } }, 'TextLength'],
])('%s reads as it was set, after reopening too', async (_name, rule, type) => {
  const made = await bench();
  await made.run((_context, ws) => {
    ws.getRange('A1').dataValidation.rule = rule;
  });
  const again = await reopened(made);
  expect(await rulesOf(again, 'A1')).toMatchObject({ type, rule: plain(rule) });
});

describe('the rules of a file', () => {
  const THEIRS =
    '<dataValidations count="2" disablePrompts="0"><dataValidation type="list" sqref="A1:C9 E1" ' +
    'imeMode="on"><formula1>"x,y"</formula1></dataValidation><dataValidation type="whole" ' +
    'operator="equal" sqref="D1"><formula1>1</formula1></dataValidation></dataValidations>';
  const theirs = async () => withMarkup(await withCell(), THEIRS);

  test('stay as they are beside a new one', async () => {
    const made = await theirs();
    await made.run((_context, ws) => {
      ws.getRange('G1').dataValidation.rule = WHOLE;
    });
    const [, kept = ''] = /(<dataValidation .*<\/dataValidation>)<\/dataValidations>/s.exec(
      THEIRS,
    )!;
    expect(await markupOf(made)).toContain(kept);
  });

  test('give way only where a new one is set', async () => {
    const made = await theirs();
    await made.run((_context, ws) => {
      ws.getRange('B2:B3').dataValidation.rule = WHOLE;
    });
    const text = await markupOf(made);
    expect(text).toContain('sqref="A1:C1 A2:A3 C2:C3 A4:C9 E1" imeMode="on"');
    const types = async (address: string) => (await rulesOf(made, address))['type'];
    expect(await types('B2')).toBe('WholeNumber');
    expect(await types('A2')).toBe('List');
    expect(await types('A2:B2')).toBe('MixedCriteria');
    expect(await types('E1:F1')).toBe('Inconsistent');
    expect(await types('F1')).toBe('None');
  });

  test('go where they are cleared', async () => {
    const made = await theirs();
    await made.run((_context, ws) => ws.getRange('D1:E1').dataValidation.clear());
    expect(await markupOf(made)).toContain('<dataValidations count="1"');
    await made.run((_context, ws) => ws.getRange('A:Z').dataValidation.clear());
    expect(await markupOf(made)).toBe('');
    expect(made.sheet().validations).toEqual([]);
  });
});

test('what Excel refuses is InvalidArgument, and a protected sheet AccessDenied', async () => {
  const { fails } = await bench();
  const attempts: ((validation: Excel.DataValidation) => void)[] = [
    (each) => (each.rule = {}),
    (each) => (each.rule = { wholeNumber: { formula1: 'x', operator: 'EqualTo' } }),
    (each) => (each.rule = { wholeNumber: { formula1: 1, operator: 'Between' } }),
    (each) => (each.prompt = { showPrompt: true, title: 'x'.repeat(33), message: '' }),
    (each) => (each.prompt = { showPrompt: true, title: '', message: 'x'.repeat(256) }),
  ];
  for (const attempt of attempts) {
    const error = await fails((_context, ws) => attempt(ws.getRange('A1').dataValidation));
    expect(error.code).toBe('InvalidArgument');
  }
  const locked = await withMarkup(await withCell(), '<sheetProtection sheet="1"/>');
  const error = await locked.fails((_context, ws) => {
    ws.getRange('A1').dataValidation.rule = WHOLE;
  });
  expect(error.code).toBe('AccessDenied');
});

test('before ExcelApi 1.8 there are none', async () => {
  const { fails } = await bench(['Data'], { sets: { ExcelApi: '1.7' } });
  const error = await fails((_context, ws) => {
    ws.getRange('A1').dataValidation.rule = WHOLE;
  });
  expect(error.code).toBe('ApiNotFound');
});
