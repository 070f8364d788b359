import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbookFile } from '../../src/host';
import { shownText } from '../../src/workbench/vietnamese';
import { variedBook } from './books';
import { benchForTests, type BenchPage, TEST_PANE } from './browser';

const SAMPLE = join(__dirname, '../../samples/hau-giang-2023.xlsx');
const FIXTURES = join(__dirname, '../fixtures');

let page: BenchPage;
const bench = benchForTests(() => page, { addIn: TEST_PANE });

describe('the sample', () => {
  it('is open, and the cells in sight show what the model holds', async () => {
    page = await bench.open();
    const { model } = await openWorkbookFile(readFileSync(SAMPLE));
    expect(await page.sheetNames()).toEqual(model.sheets.map((sheet) => sheet.name));
    const sheet = model.activeSheet;
    const drawn = await page.page
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => [cell.id, cell.textContent ?? ''] as const));
    expect(drawn.length).toBeGreaterThan(200);
    for (const [id, text] of drawn) {
      const [, row, column] = id.split('-').map(Number);
      const format = model.formatOf(sheet.styleAt(row!, column!));
      expect([id, text]).toEqual([id, shownText(sheet.read(row!, column!), format)]);
    }
  });

  it('says that figures stay on the machine', async () => {
    page = await bench.open();
    await page.page.getByText('Số liệu không rời khỏi máy này').waitFor();
  });
});

describe('the pane', () => {
  it('finds Excel on a PC, and hears what the user does', async () => {
    page = await bench.open();
    const pane = await page.pane();
    await pane.getByText('Excel PC').waitFor();
    await page.type('C6', '4000');
    for (const heard of ['selected C6', 'changed C6', 'document selection', 'selected C7']) {
      await pane.getByText(heard).first().waitFor();
    }
    await page.showSheet('Xã');
    await pane.getByText('activated').waitFor();
    expect(await page.cellText('Huyện', 'C6')).toBe('4.000');
  });

  it('writes through Excel.run, and the grid shows it', async () => {
    page = await bench.open();
    const pane = await page.pane();
    await pane.getByText('Excel PC').waitFor();
    const was = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Huyện').getRange('C6');
        range.load('values');
        await context.sync();
        const before: unknown = range.values[0]?.[0];
        range.values = [[1234567]];
        range.format.fill.color = '#FFFF00';
        range.format.font.bold = true;
        await context.sync();
        return before;
      }),
    );
    expect(was).toBe(3648);
    const cell = page.cell(6, 3);
    await cell.getByText('1.234.567').waitFor();
    const style = await cell.evaluate((element) => {
      const { backgroundColor, fontWeight } = getComputedStyle(element);
      return { backgroundColor, fontWeight };
    });
    expect(style).toEqual({ backgroundColor: 'rgb(255, 255, 0)', fontWeight: '700' });
  });

  it('selects a cell out of sight, and the grid scrolls to it', async () => {
    page = await bench.open();
    const pane = await page.pane();
    await pane.getByText('Excel PC').waitFor();
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Xã');
        sheet.activate();
        sheet.getRange('D70').select();
        await context.sync();
      }),
    );
    await page.cell(70, 4).waitFor();
    expect(await page.selection()).toBe('D70');
  });

  it('runs the commands of the ribbon, and can be closed and shown again', async () => {
    page = await bench.open();
    const frame = page.page.locator('.pane');
    // Clicked while the pane may still be loading.
    await page.command('Chấm điểm');
    await page.cell(1, 1).getByText('Đã chấm').waitFor();
    const pane = await page.pane();
    await pane.getByText('command chamDiem chamDiem').waitFor();
    await page.command('Đóng ngăn chấm điểm');
    await frame.waitFor({ state: 'hidden' });
    await page.command('Tạo biểu mẫu nhập');
    await frame.waitFor({ state: 'visible' });
    await page.command('Đóng ngăn chấm điểm');
    await page.command('Mở ngăn chấm điểm');
    await frame.waitFor({ state: 'visible' });
  });

  it('keeps settings in the workbook: in the next frame, and in the copy that is downloaded', async () => {
    page = await bench.open();
    const save = () =>
      new Promise((done) => {
        Office.context.document.settings.set('hg.test', { a: ['ấ', 1] });
        Office.context.document.settings.saveAsync(({ status }) => done(status));
      });
    const pane = await page.pane();
    await pane.getByText('Excel PC').waitFor();
    expect(await pane.evaluate(save)).toBe('succeeded');
    const copy = await page.download();
    const { model } = await openWorkbookFile(copy.bytes);
    expect(JSON.parse(model.settings.get('hg.test') ?? 'null')).toEqual({ a: ['ấ', 1] });
    await page.openFile('lai.xlsx', copy.bytes);
    const again = await page.pane();
    await again.getByText('Excel PC').waitFor();
    const read = () => Office.context.document.settings.get('hg.test') as unknown;
    expect(await again.evaluate(read)).toEqual({ a: ['ấ', 1] });
  });

  it('is 320 to 450 wide, by the keyboard too', async () => {
    page = await bench.open();
    const divider = page.page.getByRole('separator');
    const width = async () => (await page.page.locator('.pane').boundingBox())?.width;
    await divider.press('Home');
    expect(await width()).toBe(320);
    await divider.press('ArrowLeft');
    expect(await width()).toBe(330);
    await divider.press('End');
    await divider.press('ArrowLeft');
    expect(await width()).toBe(450);
    const box = (await divider.boundingBox())!;
    await page.page.mouse.move(box.x + 3, box.y + 200);
    await page.page.mouse.down();
    await page.page.mouse.move(box.x + 103, box.y + 200, { steps: 4 });
    await page.page.mouse.up();
    expect(await width()).toBe(350);
  });
});

describe('files', () => {
  it('are opened when they are dropped on the page', async () => {
    page = await bench.open();
    const bytes = [...(await variedBook())];
    const transfer = await page.page.evaluateHandle((data) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(data)], 'tha-vao.xlsx'));
      return dropped;
    }, bytes);
    await page.page.dispatchEvent('.workbench', 'dragover', { dataTransfer: transfer });
    await page.page.getByText('Thả tệp .xlsx').waitFor();
    await page.page.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer });
    await page.page.getByRole('tab', { name: 'Đủ kiểu' }).waitFor();
    await page.page.getByText('tha-vao.xlsx').waitFor();
  });

  it.each([
    ['trong.xlsx', () => Buffer.alloc(0), 'Tệp rỗng'],
    ['ghi-chu.xlsx', () => Buffer.from('không phải sổ tính'), 'không phải sổ tính Excel'],
    ['cu.xls', () => readFileSync(join(FIXTURES, 'old.xls')), '.xls của Excel 97'],
    ['khoa.xlsx', () => readFileSync(join(FIXTURES, 'password.xlsx')), 'Tệp có mật khẩu'],
    ['dut.xlsx', () => readFileSync(SAMPLE).subarray(0, 5000), 'bị hỏng'],
  ])('that are no workbooks are told: %s', async (name, bytes, told) => {
    page = await bench.open();
    await page.openFile(name, bytes());
    expect(await page.notice()).toContain(`Không mở được ${name}`);
    expect(await page.notice()).toContain(told);
    expect(await page.sheetNames()).toEqual(['Huyện', 'Xã', 'Cá nhân']);
  });

  it('are downloaded, and open again as they were left', async () => {
    page = await bench.open();
    await page.type('C6', '=1+1');
    await page.type('C7', '77');
    const { name, bytes } = await page.download();
    expect(name).toBe('hau-giang-2023.xlsx');
    const { model } = await openWorkbookFile(bytes);
    expect(model.sheets[0]?.read(5, 2).formula).toBe('1+1');
    expect(model.sheets[0]?.read(6, 2).value).toBe(77);
    await page.openFile(name, bytes);
    expect(await page.cellText('Huyện', 'C7')).toBe('77');
  });

  it('with changes are not thrown away unasked', async () => {
    page = await bench.open();
    await page.type('C6', '1');
    await page.openFile('khac.xlsx', await variedBook());
    expect(await page.notice()).toContain('chưa tải về');
    await page.command('Thôi');
    expect(await page.sheetNames()).toContain('Huyện');
    await page.openFile('khac.xlsx', await variedBook());
    await page.command('Mở sổ khác');
    await page.page.getByRole('tab', { name: 'Đủ kiểu' }).waitFor();
  });
});

describe('accessibility', () => {
  it.each(['light', 'dark'] as const)(
    'axe finds nothing wrong (%s)',
    async (colorScheme) => {
      // A small window: axe looks at every cell.
      page = await bench.open({ colorScheme, width: 640, height: 300 });
      await (await page.pane()).getByText('Excel PC').waitFor();
      expect(await page.violations()).toEqual([]);
      await page.openFile('trong.xlsx', new Uint8Array());
      expect(await page.violations()).toEqual([]);
    },
    180_000,
  );

  it.each(['light', 'dark'] as const)('has its picture taken (%s)', async (colorScheme) => {
    page = await bench.open({ colorScheme });
    await (await page.pane()).getByText('Excel PC').waitFor();
    await page.screenshot(`workbench-${colorScheme}`);
  });
});
