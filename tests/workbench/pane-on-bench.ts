/** The add-in's own pane on the workbench, in the user's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Frame, Locator } from 'playwright-core';
import { openWorkbookFile, type WorkbookModel } from '../../src/host';
import { snapshot } from '../workbook/snapshot';
import type { Bench, BenchPage, OpenOptions } from './browser';

const SAMPLE = join(__dirname, '../../samples/hau-giang-2023.xlsx');

/** The sample workbook after `edit`, as bytes. */
export async function sampleWith(edit: (model: WorkbookModel) => void): Promise<Uint8Array> {
  const file = await openWorkbookFile(readFileSync(SAMPLE));
  edit(file.model);
  return file.save(new Date('2026-01-02T03:04:05Z'));
}

/** A page with the pane at its narrowest, ready to be used. */
export async function openPane(bench: Bench, options: OpenOptions = {}): Promise<PaneOnBench> {
  const page = await bench.open(options);
  page.page.setDefaultTimeout(15_000);
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
    await this.click(name, this.frame.getByRole('banner'));
    await this.told(told);
  }

  /** Waits until the pane says this above its places. */
  async told(text: string | RegExp): Promise<void> {
    await this.frame.getByRole('banner').getByText(text).waitFor();
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
    for (let row = 1; row < 120; row += 1) {
      if ((await this.bench.cellText(sheet, `${column}${row}`)) !== text) continue;
      return Promise.all([...columns].map((each) => this.bench.cellText(sheet, `${each}${row}`)));
    }
    return null;
  }

  /** The colour of the ground, so that a test knows which theme it sees. */
  background(): Promise<string> {
    const provider = this.frame.locator('.fui-FluentProvider').first();
    return provider.evaluate((element) => getComputedStyle(element).backgroundColor);
  }

  /**
   * What axe finds wrong in the pane, and how much wider than its frame it is.
   * @param rules all, or only those that look at colours
   */
  async faults(rules: 'all' | 'colours' = 'all'): Promise<string[]> {
    await this.frame.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
    const options = rules === 'all' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] };
    const { violations, passes } = await this.frame.evaluate(
      (given) => (window as unknown as { axe: typeof axe }).axe.run(document, given),
      options,
    );
    if (passes.length === 0) throw new Error('axe has looked at nothing');
    const wider = await this.frame.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    return [
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      ),
      ...(wider > 0 ? [`wider than the pane by ${wider}`] : []),
    ];
  }
}
