/** A blank workbook. */
import type { WorkbookFile } from '../model';
import { openWorkbookFile, type OpenOptions } from './open';
import { BLANK_STYLES } from './styles';
import { escapeAttribute } from './xml';
import { deflateText, writeZip } from './zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function relationships(entries: readonly [type: string, target: string][]): string {
  const list = entries.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.join('')}</Relationships>`;
}

/**
 * A workbook with blank sheets.
 * @param names the sheets' names; `Sheet1` without them.
 */
export async function newWorkbookFile(
  names: readonly string[] = ['Sheet1'],
  options: OpenOptions = {},
): Promise<WorkbookFile> {
  const part = (i: number): string => `worksheets/sheet${i + 1}.xml`;
  const overrides = names.map(
    (_, i) => `<Override PartName="/xl/${part(i)}" ContentType="${CONTENT_TYPE}.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, i) => `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const parts: [name: string, markup: string][] = [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${CONTENT_TYPE}.styles+xml"/>` +
        `${overrides.join('')}</Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...names.map((_, i): [string, string] => ['worksheet', part(i)]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', BLANK_STYLES],
    ...names.map((_, i): [string, string] => [
      `xl/${part(i)}`,
      `<worksheet xmlns="${SPREADSHEET}"><sheetData/></worksheet>`,
    ]),
  ];
  const entries = await Promise.all(
    parts.map(([name, markup]) => deflateText(name, HEAD + markup)),
  );
  return openWorkbookFile(writeZip(entries), options);
}
