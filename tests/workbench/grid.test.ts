import { largeBook, variedBook } from './books';
import { benchForTests, type BenchPage, TEST_PANE } from './browser';

let page: BenchPage;
const bench = benchForTests(() => page, { addIn: TEST_PANE });

const openVaried = async () => {
  page = await bench.open({ bytes: await variedBook() });
  await page.page.getByRole('tab', { name: 'Đủ kiểu' }).waitFor();
  await (await page.pane()).getByText('Excel PC').waitFor();
};

/** Presses keys one after another, and says what is selected then. */
const press = async (...keys: string[]) => {
  for (const key of keys) await page.page.keyboard.press(key);
  return page.selection();
};

describe('the keyboard', () => {
  it('moves over the sheet as in Excel', async () => {
    await openVaried();
    await page.select('A2');
    expect(await press('ArrowDown', 'ArrowDown')).toBe('A4');
    // Row 5 and column C are hidden.
    expect(await press('ArrowDown')).toBe('A6');
    expect(await press('ArrowRight', 'ArrowRight')).toBe('D6');
    expect(await press('Tab')).toBe('E6');
    expect(await press('Shift+Tab')).toBe('D6');
    expect(await press('Control+ArrowRight')).toBe('F6');
    expect(await press('Home')).toBe('A6');
    expect(await press('End')).toBe('F6');
    expect(await press('Control+End')).toBe('F40');
    expect(await press('Control+Home')).toBe('B3');
    expect(await press('PageDown')).not.toBe('B3');
    expect(await press('PageUp')).toBe('B3');
    expect(await press('Shift+ArrowDown', 'Shift+ArrowRight')).toBe('B3:D4');
    expect(await press('Control+ ')).toBe('B:B');
    await page.select('D9');
    expect(await press('ArrowDown')).toBe('D10:E13');
    expect(await press('ArrowDown')).toBe('D14');
  });

  it('edits cells: typing, F2, Escape, Delete', async () => {
    await openVaried();
    await page.select('B3');
    await page.page.keyboard.type('Thử ạ');
    expect(await press('Enter')).toBe('B4');
    expect(await page.cellText('Đủ kiểu', 'B3')).toBe('Thử ạ');
    await page.select('B3');
    await press('F2', 'Home', 'X', 'Tab');
    expect(await page.cellText('Đủ kiểu', 'B3')).toBe('XThử ạ');
    expect(await page.selection()).toBe('D3');
    await page.page.keyboard.type('không giữ');
    await press('Escape');
    expect(await page.cellText('Đủ kiểu', 'D3')).toBe('23');
    await press('Delete');
    expect(await page.cellText('Đủ kiểu', 'D3')).toBe('');
    await page.page.keyboard.type('5');
    expect(await press('ArrowDown')).toBe('D4');
    expect(await page.cellText('Đủ kiểu', 'D3')).toBe('5');
  });

  it('refuses what Excel refuses, and says why', async () => {
    await openVaried();
    await page.select('B3');
    await page.page.keyboard.type('=SUM(');
    await press('Enter');
    expect(await page.notice()).toContain('công thức');
    await press('Escape');
    expect(await page.cellText('Đủ kiểu', 'B3')).toBe('21');
  });

  it('goes round the parts of the page by F6', async () => {
    await openVaried();
    await page.page.getByRole('grid').focus();
    await press('F6');
    expect(await page.page.evaluate(() => document.activeElement?.role)).toBe('tab');
    await press('Shift+F6');
    expect(await page.page.evaluate(() => document.activeElement?.role)).toBe('grid');
  });

  it('tells a screen reader the active cell', async () => {
    await openVaried();
    await page.select('E30');
    const grid = page.page.getByRole('grid');
    const id = await grid.getAttribute('aria-activedescendant');
    expect(await page.page.locator(`#${id}`).textContent()).toBe('294');
  });
});

describe('the mouse', () => {
  it('selects cells, ranges, rows and columns', async () => {
    await openVaried();
    await page.cell(3, 2).click();
    expect(await page.selection()).toBe('B3');
    await page.cell(6, 5).click({ modifiers: ['Shift'] });
    expect(await page.selection()).toBe('B3:E6');
    await page.cell(3, 2).hover();
    await page.page.mouse.down();
    await page.cell(4, 4).hover();
    await page.page.mouse.up();
    expect(await page.selection()).toBe('B3:D4');
    await page.page.getByRole('rowheader', { name: 'Hàng 4', exact: true }).click();
    expect(await page.selection()).toBe('4:4');
    await page.page.getByRole('columnheader', { name: 'Cột E', exact: true }).click();
    expect(await page.selection()).toBe('E:E');
  });

  it('edits by a double click, and keeps what was typed when another cell is clicked', async () => {
    await openVaried();
    await page.cell(3, 2).dblclick();
    await page.page.keyboard.type('0');
    await page.cell(6, 4).click();
    expect(await page.cellText('Đủ kiểu', 'B3')).toBe('210');
    expect(await page.selection()).toBe('D6');
  });

  it('follows a link to a cell', async () => {
    await openVaried();
    await page.cell(8, 2).click();
    expect(await page.selection()).toBe('E30');
  });
});

describe('what is drawn', () => {
  it('merged cells as one, and nothing of hidden rows and columns', async () => {
    await openVaried();
    const title = (await page.cell(1, 1).boundingBox())!;
    const columns = await Promise.all(
      [1, 2, 4].map(async (c) => (await page.cell(2, c).boundingBox())!.width),
    );
    expect(title.width).toBeCloseTo(columns.reduce((sum, width) => sum + width));
    expect(await page.cell(5, 1).count()).toBe(0);
    expect(await page.cell(6, 3).count()).toBe(0);
    expect(await page.cell(11, 5).count()).toBe(0);
    await page.screenshot('workbench-varied');
  });

  it('frozen rows and columns in their place when the sheet is scrolled', async () => {
    await openVaried();
    const before = await page.cell(2, 1).boundingBox();
    await page.select('F60');
    await page.cell(60, 6).waitFor();
    expect(await page.cell(2, 1).boundingBox()).toEqual(before);
  });

  it('cells in edit mode keep the pane out, as in Excel', async () => {
    await openVaried();
    const pane = await page.pane();
    const read = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().load('name');
        await context.sync();
        return 'read';
      }).catch((error: { code: string }) => error.code);
    await page.select('B3');
    await page.page.keyboard.press('F2');
    expect(await pane.evaluate(read)).toBe('InvalidOperationInCellEditMode');
    await page.page.keyboard.press('Escape');
    expect(await pane.evaluate(read)).toBe('read');
  });

  it('10,000 rows by 30 columns scroll smoothly', async () => {
    page = await bench.open({ bytes: await largeBook() });
    // Opening 300,000 cells takes its time on a machine that has other things to do.
    await page.cell(1, 1).getByText('Dòng 1').waitFor({ timeout: 150_000 });
    // The time of the processor, not of the clock: other tests run beside this one.
    const devtools = await page.page.context().newCDPSession(page.page);
    await devtools.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN;
    };
    const before = await busy();
    const cells = await page.page.evaluate(async () => {
      const grid = document.querySelector('[role=grid]')!;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let notch = 0; notch < 60; notch += 1) {
        grid.scrollTop += 100;
        await frame();
      }
      return document.querySelectorAll('[role=gridcell]').length;
    });
    expect(cells).toBeLessThan(2000);
    // Generous, for slow machines; docs/workbench.md says what was measured.
    expect((await busy()) - before).toBeLessThan(60 * 0.06);
    await page.select('A9999');
    await page.cell(9999, 1).getByText('Dòng 9999').waitFor();
  }, 240_000);
});
