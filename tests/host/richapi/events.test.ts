/** Handlers hear of what the user does and of what the API does, until they are removed. */
import { bench, plain, settled, type Bench } from './bench';

type Heard = Record<string, unknown>;

/** Attaches a handler of the first sheet; answers what it hears and how to remove it. */
async function listening(
  { excel }: Bench,
  attach: (
    sheet: Excel.Worksheet,
    handler: (event: unknown) => Promise<void>,
  ) => OfficeExtension.EventHandlerResult<never>,
) {
  const heard: Heard[] = [];
  const registered = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    const result = attach(sheet, (event) => {
      heard.push(plain(event));
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });
  const remove = () =>
    excel.Excel.run(registered.context, async (context) => {
      registered.remove();
      await context.sync();
    });
  return { heard, remove };
}

const onChanged = (sheet: Excel.Worksheet, handler: (event: unknown) => Promise<void>) =>
  sheet.onChanged.add(handler) as OfficeExtension.EventHandlerResult<never>;

test('onChanged: an edit by hand, with the values before and after', async () => {
  const made = await bench();
  const { heard } = await listening(made, onChanged);
  made.host.userEdits('Data', 'B2', [[7]]);
  made.host.userEdits('Data', 'B2', [['x']]);
  made.host.userEdits('Data', 'A1:B2', [
    [1, 2],
    [3, 4],
  ]);
  await settled();
  expect(heard).toMatchObject([
    {
      address: 'B2',
      changeType: 'RangeEdited',
      source: 'Local',
      details: {
        valueBefore: '',
        valueAfter: 7,
        valueTypeBefore: 'Empty',
        valueTypeAfter: 'Double',
      },
    },
    { address: 'B2', details: { valueBefore: 7, valueAfter: 'x', valueTypeAfter: 'String' } },
    { address: 'A1:B2' },
  ]);
  expect(heard[2]?.['details']).toBeUndefined();
});

test('onChanged: a write through the API is told with its trigger', async () => {
  const made = await bench();
  const { heard } = await listening(made, onChanged);
  await made.run((_context, ws) => {
    ws.getRange('C3').values = [[1]];
    ws.getRange('C3').clear();
  });
  made.host.userEdits('Data', 'C3', [[2]]);
  await settled();
  expect(heard.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([
    ['C3', 'ThisLocalAddin'],
    ['C3', 'ThisLocalAddin'],
    ['C3', 'Unknown'],
  ]);
});

test('a removed handler hears nothing more, another one does', async () => {
  const made = await bench();
  const first = await listening(made, onChanged);
  const second = await listening(made, onChanged);
  await first.remove();
  made.host.userEdits('Data', 'A1', [[1]]);
  await settled();
  expect([first.heard.length, second.heard.length]).toEqual([0, 1]);
});

test('an event of another sheet is not heard; the collection hears all', async () => {
  const made = await bench(['Data', 'Two']);
  const own = await listening(made, onChanged);
  const all = await listening(
    made,
    (sheet, handler) =>
      sheet.context.workbook.worksheets.onChanged.add(
        handler,
      ) as OfficeExtension.EventHandlerResult<never>,
  );
  made.host.userEdits('Two', 'A1', [[1]]);
  await settled();
  expect([own.heard.length, all.heard.length]).toEqual([0, 1]);
});

test('onSelectionChanged: by hand and by the API', async () => {
  const made = await bench();
  const { heard } = await listening(
    made,
    (sheet, handler) =>
      sheet.onSelectionChanged.add(handler) as OfficeExtension.EventHandlerResult<never>,
  );
  made.host.userSelects('Data', 'C3:D4');
  await made.run((_context, ws) => ws.getRange('A1').select());
  await settled();
  expect(heard.map(({ address }) => address)).toEqual(['C3:D4', 'A1']);
});

test('onActivated and onDeactivated; activating the active sheet is no event', async () => {
  const made = await bench(['Data', 'Two']);
  const gone = await listening(
    made,
    (sheet, handler) =>
      sheet.onDeactivated.add(handler) as OfficeExtension.EventHandlerResult<never>,
  );
  const came = await listening(
    made,
    (sheet, handler) => sheet.onActivated.add(handler) as OfficeExtension.EventHandlerResult<never>,
  );
  await made.run((_context, ws) => ws.activate());
  made.host.userSelects('Two', 'A1');
  await made.run((_context, ws) => ws.activate());
  await settled();
  expect([gone.heard.length, came.heard.length]).toEqual([1, 1]);
});

test('onAdded and onDeleted tell the id of the sheet', async () => {
  const made = await bench();
  const attach =
    (kind: 'onAdded' | 'onDeleted') =>
    (sheet: Excel.Worksheet, handler: (event: unknown) => Promise<void>) =>
      sheet.context.workbook.worksheets[kind].add(
        handler as never,
      ) as unknown as OfficeExtension.EventHandlerResult<never>;
  const added = await listening(made, attach('onAdded'));
  const deleted = await listening(made, attach('onDeleted'));
  const id = await made.run(async (context) => {
    const sheet = context.workbook.worksheets.add('New');
    sheet.load('id');
    await context.sync();
    sheet.delete();
    return sheet.id;
  });
  await settled();
  expect([added.heard, deleted.heard].map((each) => each.map((e) => e['worksheetId']))).toEqual([
    [id],
    [id],
  ]);
});

test('runtime.enableEvents switches them off and on', async () => {
  const made = await bench();
  const { heard } = await listening(made, onChanged);
  await made.run((context) => {
    context.runtime.enableEvents = false;
  });
  made.host.userEdits('Data', 'A1', [[1]]);
  await made.run((context) => {
    context.runtime.enableEvents = true;
  });
  made.host.userEdits('Data', 'A1', [[2]]);
  await settled();
  expect(heard).toHaveLength(1);
});

test('the document hears of a selection, for what Office.js keeps there', async () => {
  const { host } = await bench();
  let heard = 0;
  const release = host.onDocumentSelection(() => {
    heard += 1;
  });
  host.userSelects('Data', 'B2');
  release();
  host.userSelects('Data', 'B3');
  expect(heard).toBe(1);
});
