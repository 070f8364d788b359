/** The add-in's own pane on the workbench, in the user's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { openWorkbookFile, type WorkbookModel } from '../../src/host';
import { faultsIn } from '../axe';
import { snapshot } from '../workbook/snapshot';
import type { Bench, BenchPage, OpenOptions } from './browser';

const SAMPLE = join(__dirname, '../../samples/hau-giang-2023.xlsx');

/** The sample workbook after `edit`, as bytes. */
export async function sampleWith(edit: (model: WorkbookModel) => void): Promise<Uint8Array> {
  const file = await openWorkbookFile(readFileSync(SAMPLE));
  edit(file.model);
  return file.save(new Date('2026-01-02T03:04:05Z'));
}

/** Xã Vị Thắng with the figures of thị trấn Vĩnh Viễn, who had the seventh place. */
export function tieAtTheLastPlace(model: WorkbookModel): void {
  const sheet = model.sheets.find(({ name }) => name === 'Xã');
  for (let column = 3; column < 8; column += 1) {
    sheet?.writeValue(56, column, sheet.read(66, column).value as number);
  }
}

/** More dossiers online than there are. */
export function wrongFigure(model: WorkbookModel): void {
  model.sheets.find(({ name }) => name === 'Xã')?.writeValue(5, 3, 1995);
}

/** A page with the pane at its narrowest, ready to be used. */
export async function openPane(
  bench: Pick<Bench, 'open'>,
  options: OpenOptions = {},
): Promise<PaneOnBench> {
  return paneOf(await bench.open(options));
}

/** The pane of a page that is open. */
export async function paneOf(page: BenchPage): Promise<PaneOnBench> {
  await page.page.getByRole('grid').waitFor();
  await page.page.getByRole('separator').press('Home');
  const frame = await page.pane();
  await frame.getByRole('banner').getByRole('button', { name: 'Chấm điểm' }).waitFor();
  return new PaneOnBench(page, frame);
}

export class PaneOnBench {
  constructor(
    readonly bench: BenchPage,
    readonly frame: Frame,
  ) {}

  /** Clicks a button of the pane by its name. */
  async click(name: string, within: Pick<Frame, 'getByRole'> = this.frame): Promise<void> {
    await within.getByRole('button', { name, exact: true }).first().click();
  }

  /** Clicks what stands above the places, and waits until the pane says how it ended. */
  async press(name: string, told: string | RegExp): Promise<void> {
    await this.hears(told, () => this.click(name, this.frame.getByRole('banner')));
  }

  /** Does something, and waits until the pane says this of it: what it said before doesn't count. */
  async hears(told: string | RegExp, act: () => Promise<unknown>): Promise<void> {
    const notices = this.frame.getByRole('banner').locator('.fui-MessageBar');
    await notices.evaluateAll((all) => all.forEach((each) => each.setAttribute('data-old', '')));
    await act();
    const fresh = this.frame.getByRole('banner').locator('.fui-MessageBar:not([data-old])');
    await fresh.filter({ hasText: told }).waitFor();
  }

  async show(place: string): Promise<Locator> {
    await this.frame.getByRole('tab', { name: place }).click();
    const panel = this.frame.getByRole('tabpanel', { name: place });
    await panel.getByRole('heading').or(panel.getByRole('list')).first().waitFor();
    return panel;
  }

  /** Makes the pane so wide, in steps of 10 from its narrowest. */
  async widen(width: number): Promise<void> {
    const divider = this.bench.page.getByRole('separator');
    await divider.press('Home');
    for (let at = 320; at < width; at += 10) await divider.press('ArrowLeft');
  }

  /** Everything that the workbook holds, as text that can be compared. */
  async workbook(): Promise<ReturnType<typeof snapshot>> {
    const { bytes } = await this.bench.download();
    return snapshot((await openWorkbookFile(bytes)).model);
  }

  /** A row of a sheet by what stands in a column: the texts of other columns. */
  async row(
    sheet: string,
    column: string,
    text: string,
    columns: string,
  ): Promise<string[] | null> {
    return this.bench.page.evaluate(
      ([on, at, wanted, others]) => {
        const textAt = (letter: string, row: number) =>
          window.hgWorkbench?.textAt(on, `${letter}${row}`) ?? '';
        for (let row = 1; row < 120; row += 1) {
          if (textAt(at, row) === wanted) return [...others].map((each) => textAt(each, row));
        }
        return null;
      },
      [sheet, column, text, columns] as const,
    );
  }

  /** Switches the system to light or dark, and waits until the pane has followed. */
  async shine(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.bench.page.emulateMedia({ colorScheme });
    await this.frame.waitForFunction((isDark) => {
      const provider = document.querySelector('.fui-FluentProvider');
      const ground = provider && getComputedStyle(provider).backgroundColor;
      return ground !== null && (ground !== 'rgb(255, 255, 255)') === isDark;
    }, colorScheme === 'dark');
  }

  /** What axe finds wrong in the pane, in light and dark, and whether it is too wide. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.shine(colorScheme);
      found.push(...(await faultsIn(this.frame)).map((each) => `${colorScheme}: ${each}`));
    }
    await this.shine('light');
    return found;
  }
}
