/* eslint-disable office-addins/load-object-before-read -- results of methods, loads without a list */
/** Page layout, panes, tables, links, and the workbook's own state. */
import { bench, load, plain, reopened } from './bench';

test('page layout is read back, and is in the file', async () => {
  const first = await bench();
  await first.run((_context, ws) => {
    const { pageLayout } = ws;
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.printGridlines = true;
    pageLayout.setPrintMargins('Centimeters', { top: 2, left: 3 });
    pageLayout.rightMargin = 36;
    pageLayout.setPrintArea('A1:F40');
    pageLayout.setPrintTitleRows('$1:$2');
    pageLayout.headersFooters.defaultForAllPages.centerHeader = 'DỰ THẢO';
    pageLayout.headersFooters.defaultForAllPages.rightFooter = '&P/&N';
  });
  const again = await reopened(first);
  await again.run(async (context, ws) => {
    const { pageLayout } = ws;
    const lines = pageLayout.headersFooters.defaultForAllPages;
    const area = pageLayout.getPrintArea();
    const titles = pageLayout.getPrintTitleRows();
    const none = pageLayout.getPrintTitleColumnsOrNullObject();
    pageLayout.load();
    lines.load();
    area.load('address');
    titles.load('address');
    await context.sync();
    const layout = plain(pageLayout);
    expect(layout).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      centerHorizontally: true,
      printGridlines: true,
      rightMargin: 36,
      zoom: { horizontalFitToPages: 1 },
    });
    expect(layout['topMargin']).toBeCloseTo(56.69, 1);
    expect([lines.centerHeader, lines.rightFooter]).toEqual(['DỰ THẢO', '&P/&N']);
    expect([area.address, titles.address, none.isNullObject]).toEqual([
      'Data!A1:F40',
      'Data!1:2',
      true,
    ]);
  });
});

test('page breaks: added, read back, taken away; they are in the file', async () => {
  const first = await bench();
  await first.run((_context, ws) => {
    ws.horizontalPageBreaks.add('A41');
    ws.horizontalPageBreaks.add('A21:C21');
    ws.verticalPageBreaks.add('D1');
  });
  const again = await reopened(first);
  await again.run(async (context, ws) => {
    const { horizontalPageBreaks: rows, verticalPageBreaks: columns } = ws;
    rows.load('items/rowIndex');
    columns.load('items/columnIndex');
    const count = rows.getCount();
    const cell = rows.getItem(1).getCellAfterBreak();
    cell.load('address');
    await context.sync();
    expect(rows.items.map(({ rowIndex }) => rowIndex)).toEqual([20, 40]);
    expect(columns.items.map(({ columnIndex }) => columnIndex)).toEqual([3]);
    expect([count.value, cell.address]).toEqual([2, 'Data!A41']);
    rows.items[0]?.delete();
    columns.removePageBreaks();
    const left = [rows.getCount(), columns.getCount()];
    await context.sync();
    expect(left.map(({ value }) => value)).toEqual([1, 0]);
  });
  const { fails } = await reopened(again);
  const error = await fails((_context, ws) => ws.horizontalPageBreaks.getItem(1).load('rowIndex'));
  expect(error.code).toBe('ItemNotFound');
});

test('a scale and a number of pages exclude each other', async () => {
  const { fails } = await bench();
  const error = await fails((_context, ws) => {
    ws.pageLayout.zoom = { scale: 80, verticalFitToPages: 1 };
  });
  expect(error.code).toBe('InvalidArgument');
});

test('frozen panes', async () => {
  const first = await bench();
  await first.run((_context, ws) => ws.freezePanes.freezeAt(ws.getRange('A1:B3')));
  const again = await reopened(first);
  await again.run(async (context, ws) => {
    const frozen = ws.freezePanes.getLocation();
    frozen.load('address');
    await context.sync();
    expect(frozen.address).toBe('Data!A1:B3');
    ws.freezePanes.freezeRows(2);
    const rows = ws.freezePanes.getLocation();
    rows.load('address');
    await context.sync();
    expect(rows.address).toBe('Data!1:2');
    ws.freezePanes.unfreeze();
    const none = ws.freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

describe('tables', () => {
  test('added, renamed, read by parts, kept in the file', async () => {
    const first = await bench();
    await first.run((_context, ws) => {
      ws.getRange('B2:C4').values = [
        ['Tên', 'Điểm'],
        ['Ann', 7],
        ['Bob', 9],
      ];
      ws.tables.add('B2:C4', true).name = 'BangDiem';
    });
    const again = await reopened(first);
    await again.run(async (context, ws) => {
      const table = context.workbook.tables.getItem('bangdiem');
      const ranges = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('Điểm').getDataBodyRange(),
        ws.getRange('BangDiem'),
      ];
      ranges.forEach((range) => range.load('address'));
      table.load('name,showHeaders,showTotals');
      table.columns.load('items/name');
      table.rows.load('count');
      const touching = ws.getRange('C3').getTables(false);
      touching.load('items/name');
      const missing = ws.tables.getItemOrNullObject('zz');
      await context.sync();
      expect(ranges.map(({ address }) => address)).toEqual([
        'Data!B2:C4',
        'Data!B2:C2',
        'Data!B3:C4',
        'Data!C3:C4',
        'Data!B3:C4',
      ]);
      expect([table.name, table.showHeaders, table.showTotals, table.rows.count]).toEqual([
        'BangDiem',
        true,
        false,
        2,
      ]);
      expect(plain(table.columns.items.map(({ name }) => name))).toEqual(['Tên', 'Điểm']);
      expect(plain(touching.items.map(({ name }) => name))).toEqual(['BangDiem']);
      expect(missing.isNullObject).toBe(true);
    });
  });
});

describe('links', () => {
  test('to an address and to a place in the workbook; kept in the file; taken away', async () => {
    const first = await bench(['Data', 'Xã']);
    await first.run((_context, ws) => {
      ws.getRange('A1').hyperlink = {
        address: 'https://example.org/',
        textToDisplay: 'Trang',
        screenTip: 'mở',
      };
      ws.getRange('A2').values = [['xem']];
      ws.getRange('A2').hyperlink = { documentReference: "'Xã'!D12" };
    });
    const again = await reopened(first);
    await again.run(async (context, ws) => {
      const cells = ['A1', 'A2', 'A3'].map((address) => {
        const cell = ws.getRange(address);
        cell.load('hyperlink,values,format/font/underline');
        return cell;
      });
      await context.sync();
      expect(plain(cells.map(({ hyperlink }) => hyperlink))).toEqual([
        { address: 'https://example.org/', screenTip: 'mở', textToDisplay: 'Trang' },
        { documentReference: "'Xã'!D12", screenTip: '', textToDisplay: 'xem' },
        null,
      ]);
      expect(cells.map(({ format }) => format.font.underline)).toEqual([
        'Single',
        'Single',
        'None',
      ]);
      cells[0]?.clear('Hyperlinks');
      await context.sync();
      expect((await load(ws.getRange('A1'), 'hyperlink'))['hyperlink']).toBeNull();
    });
  });
});

test('the workbook is dirty after a change of the file, not after saving or reading', async () => {
  const { run, host } = await bench();
  const dirty = async () =>
    (await run((context) => load(context.workbook, 'isDirty')))['isDirty'] as boolean;
  const seen = [await dirty()];
  await run((context) => {
    context.application.calculationMode = 'Manual';
  });
  seen.push(await dirty());
  await run((_context, ws) => {
    ws.pageLayout.orientation = 'Landscape';
  });
  seen.push(await dirty());
  await host.save(new Date(0));
  seen.push(await dirty());
  expect(seen).toEqual([false, false, true, false]);
});

test('a workbook open for reading only refuses what writes', async () => {
  const { run, fails, host } = await bench();
  host.readOnly = true;
  const error = await fails((_context, ws) => {
    ws.getRange('A1').values = [[1]];
  });
  expect(error.code).toBe('AccessDenied');
  expect((await run((context) => load(context.workbook, 'readOnly')))['readOnly']).toBe(true);
});
