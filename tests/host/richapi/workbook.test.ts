/* eslint-disable office-addins/load-object-before-read -- results of methods, loads without a list */
/** Sheets, names, settings. */
import { bench, load, plain, reopened } from './bench';

/** What `Excel.createWorkbook` calls; the types of Office.js keep it to themselves. */
interface Creating {
  createWorkbook(base64: string): { open(): void };
}

test('a new workbook is made from a file in base64; without anybody to show it the call fails', async () => {
  const { excel, host, fails } = await bench();
  const bytes = Uint8Array.from([80, 75, 3, 4, 255]);
  const base64 = btoa(String.fromCharCode(...bytes));
  const create = ({ workbook }: Excel.RequestContext, given: string) =>
    (workbook.application as unknown as Creating).createWorkbook(given).open();
  expect((await fails((context) => create(context, base64))).code).toBe('GeneralException');
  const shown: Uint8Array[] = [];
  host.onNewWorkbook((made) => shown.push(made) > 0);
  await excel.run(async (context) => {
    create(context, base64);
    await context.sync();
  });
  expect(shown).toEqual([bytes]);
  expect((await fails((context) => create(context, '?'))).code).toBe('InvalidArgument');
});

describe('sheets', () => {
  test('added, named, moved, hidden, coloured, removed', async () => {
    const { run, file } = await bench(['A', 'B']);
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const unnamed = worksheets.add();
      const named = worksheets.add('Kết quả');
      named.position = 0;
      named.tabColor = '#ff8800';
      named.showGridlines = false;
      worksheets.getItem('B').visibility = 'Hidden';
      unnamed.load('name');
      named.load('position,tabColor,showGridlines,visibility');
      const visible = worksheets.getCount(true);
      await context.sync();
      expect(unnamed.name).toBe('Sheet3');
      expect(plain(named)).toMatchObject({
        position: 0,
        tabColor: '#FF8800',
        showGridlines: false,
        visibility: 'Visible',
      });
      expect(visible.value).toBe(3);
      unnamed.delete();
    });
    expect(file.model.sheets.map(({ name }) => name)).toEqual(['Kết quả', 'A', 'B']);
  });

  test('the last visible sheet stays', async () => {
    const { fails } = await bench(['A', 'B']);
    const error = await fails((context) => {
      context.workbook.worksheets.getItem('B').visibility = 'VeryHidden';
      context.workbook.worksheets.getItem('A').delete();
    });
    expect(error.code).toBe('InvalidArgument');
  });

  test('a sheet object follows its sheet through a renaming', async () => {
    const { run } = await bench();
    await run(async (context, ws) => {
      ws.load('id');
      await context.sync();
      ws.name = 'Khác';
      ws.load('name');
      const byId = context.workbook.worksheets.getItem(ws.id);
      byId.load('name');
      await context.sync();
      expect([ws.name, byId.name]).toEqual(['Khác', 'Khác']);
    });
  });

  test('a deleted sheet is not found again, and what was on it is no longer valid', async () => {
    const { fails } = await bench(['A', 'B']);
    const error = await fails(async (context, ws) => {
      const range = ws.getRange('A1');
      range.load('address');
      await context.sync();
      ws.delete();
      await context.sync();
      range.load('values');
      await context.sync();
    });
    expect(error.code).toBe('InvalidReference');
    const again = await fails((context) => load(context.workbook.worksheets.getItem('A'), 'name'));
    expect(again.code).toBe('ItemNotFound');
  });

  test('first, last, next and previous, visible ones where asked', async () => {
    const { run } = await bench(['A', 'B', 'C']);
    await run(async (context, ws) => {
      const { worksheets } = context.workbook;
      worksheets.getItem('B').visibility = 'Hidden';
      const found = [
        worksheets.getFirst(),
        worksheets.getLast(),
        ws.getNext(),
        ws.getNext(true),
        worksheets.getItem('C').getPrevious(true),
      ];
      found.forEach((each) => each.load('name'));
      const none = ws.getPreviousOrNullObject();
      await context.sync();
      expect(found.map(({ name }) => name)).toEqual(['A', 'C', 'B', 'C', 'A']);
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe('names', () => {
  test('of the workbook and of a sheet; hidden; kept in the file', async () => {
    const first = await bench(['Data', 'Two']);
    await first.run((context, ws) => {
      context.workbook.names.add('Diem', ws.getRange('A1:B2'), 'ghi chú');
      ws.names.add('Diem', ws.getRange('C3')).visible = false;
      context.workbook.names.add('Moc', '=0.7');
    });
    const again = await reopened(first);
    await again.run(async (context, ws) => {
      const book = context.workbook.names.getItem('diem');
      const own = ws.names.getItem('DIEM');
      const constant = context.workbook.names.getItem('Moc');
      const range = own.getRange();
      [book, own, constant].forEach((each) => each.load());
      range.load('address');
      const byName = ws.getRange('Diem');
      byName.load('address');
      await context.sync();
      expect(plain(book)).toMatchObject({
        name: 'Diem',
        formula: '=Data!$A$1:$B$2',
        type: 'Range',
        value: 'Data!$A$1:$B$2',
        scope: 'Workbook',
        visible: true,
        comment: 'ghi chú',
      });
      expect(plain(own)).toMatchObject({ scope: 'Worksheet', visible: false });
      expect([constant.type, constant.value]).toEqual(['Double', 0.7]);
      expect([range.address, byName.address]).toEqual(['Data!C3', 'Data!C3']);
      own.delete();
      await context.sync();
      const gone = ws.names.getItemOrNullObject('Diem');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test.each(['A1', 'R', 'c', '1a', 'a b', 'R1C1', '', 'a-b', 'XFD1048576'])(
    'the name %p is not allowed',
    async (name) => {
      const { fails } = await bench();
      const error = await fails((context, ws) =>
        context.workbook.names.add(name, ws.getRange('A1')),
      );
      expect(error.code).toBe('InvalidArgument');
    },
  );

  test('a name for a constant has no range', async () => {
    const { fails, run } = await bench();
    await run(async (context) => {
      const made = context.workbook.names.add('Moc', '=0.7');
      const none = made.getRangeOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const error = await fails((context) =>
      context.workbook.names.getItem('Moc').getRange().load('address'),
    );
    expect(error.code).toBe('InvalidArgument');
  });
});

describe('settings', () => {
  test('any JSON, replaced by key, kept in the file, deleted', async () => {
    const first = await bench();
    await first.run((context) => {
      const { settings } = context.workbook;
      settings.add('chamDiem', { cot: ['a', 'b'], moc: 0.7, khoa: null });
      settings.add('tam', 1);
      settings.add('tam', 'hai');
    });
    const again = await reopened(first);
    await again.run(async (context) => {
      const { settings } = context.workbook;
      const kept = settings.getItem('chamDiem');
      const replaced = settings.getItem('tam');
      const missing = settings.getItemOrNullObject('zz');
      kept.load('key,value');
      replaced.load('value');
      settings.load('items/key');
      const count = settings.getCount();
      await context.sync();
      expect(plain(kept.value)).toEqual({ cot: ['a', 'b'], moc: 0.7, khoa: null });
      expect([replaced.value, missing.isNullObject, count.value]).toEqual(['hai', true, 2]);
      replaced.delete();
    });
    expect([...again.file.model.settings.keys()]).toEqual(['chamDiem']);
  });
});
