import { elements } from '../log/workbook-parts';

/** Formats that have a number and no text in the file; those of times alone are left out. */
const BUILT_IN_DATES = /^(?:1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/;

/** The number formats of a workbook's cell styles by index; null for those that say nothing of dates. */
export function cellFormats(styles: string): (string | null)[] {
  const custom = new Map(
    elements(styles, 'numFmt').map((own) => [own.get('numFmtId'), own.get('formatCode') ?? '']),
  );
  const cells = /<(?:[\w.-]+:)?cellXfs\b[\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return elements(cells, 'xf').map((own) => {
    const id = own.get('numFmtId') ?? '0';
    return (
      custom.get(id)?.replace(/&quot;/g, '"') ?? (BUILT_IN_DATES.test(id) ? 'dd/mm/yyyy' : null)
    );
  });
}
