/** What a sheet of the user's holds beside values stays, byte for byte, where our columns are written. */
import { openWorkbookFile } from '../../src/host';
import { outline } from '../../src/host/file/guard';
import { MAIN, parts, withParts } from '../host/file/helpers';
import { at, NOW, put, scoreIn, sheetNamed, valueAt } from './build';
import { SMALL_PLAN as plan, smallWorkbook } from './small';

const SHEET = 'xl/worksheets/sheet2.xml';
const RELS = 'xl/worksheets/_rels/sheet2.xml.rels';
const COMMENTS = 'xl/comments1.xml';
const DRAWING = 'xl/drawings/vmlDrawing1.vml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const COMMENT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${MAIN}"><authors><author>Phòng KSTT</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t xml:space="preserve">đã đối chiếu với Cổng </t></r></text></comment></commentList></comments>`;
const BOX = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;
/** In the order in which a sheet has them, after its cells. */
const BEHIND = [
  '<autoFilter ref="A1:E7"/>',
  '<conditionalFormatting sqref="B2:B7"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>70</formula></cfRule></conditionalFormatting>',
  '<dataValidations count="1"><dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" errorTitle="Sai" error="Số nguyên" sqref="B2:E7"><formula1>0</formula1></dataValidation></dataValidations>',
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  '<legacyDrawing r:id="rIdNotes"/>',
];

/** The small workbook with formulas, formats, a comment, a rule for input, a filter, a colour by value. */
async function rich(): Promise<Uint8Array> {
  const file = await smallWorkbook();
  const { model } = file;
  const sheet = sheetNamed(model, 'Xã');
  put(sheet, ...at('B4'), { formula: 'SUM(80,5)', value: 85 });
  put(sheet, ...at('B9'), { formula: 'SUM(B2:B7)', value: 519 });
  sheet.setStyle(1, 1, model.restyle(sheet.styleAt(1, 1), { bold: true, fillColor: '#FFE699' }));
  sheet.setStyle(2, 2, model.restyle(sheet.styleAt(2, 2), { numberFormat: '#,##0" hồ sơ"' }));
  return withParts(await file.save(NOW), (texts) => {
    const own = texts[SHEET] ?? '';
    const end = own.indexOf('</sheetData>') + '</sheetData>'.length;
    const root = own.replace('<worksheet ', `<worksheet xmlns:r="${OFFICE}" `);
    const shift = root.length - own.length;
    texts[SHEET] = `${root.slice(0, end + shift)}${BEHIND.join('')}</worksheet>`;
    texts[RELS] =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rIdNotes" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
      `<Relationship Id="rIdComments" Type="${OFFICE}/comments" Target="../comments1.xml"/>` +
      '</Relationships>';
    texts[COMMENTS] = COMMENT;
    texts[DRAWING] = BOX;
    const types = '[Content_Types].xml';
    texts[types] = (texts[types] ?? '').replace(
      '</Types>',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
        `<Override PartName="/${COMMENTS}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>`,
    );
    const styles = texts['xl/styles.xml'] ?? '';
    texts['xl/styles.xml'] = /<dxfs[ />]/.test(styles)
      ? styles.replace(/<dxfs[^>]*?(\/>|>[\s\S]*?<\/dxfs>)/, DXFS)
      : styles.replace('</styleSheet>', `${DXFS}</styleSheet>`);
  });
}
const DXFS = '<dxfs count="1"><dxf><font><color rgb="FFC00000"/></font></dxf></dxfs>';

/** The user's cells (A to E) as they stand in the XML, and all that stands around the cells. */
function users(xml: string) {
  const cells = [...xml.matchAll(/<c r="([A-E]\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([raw]) => raw);
  const around = outline(xml)
    .children.filter(({ local }) => !['dimension', 'sheetData', 'cols'].includes(local))
    .map(({ raw }) => raw);
  return { cells, around };
}

test.each([
  ['a first run', 1],
  ['a second run, over columns of ours', 2],
])('%s', async (_, runs) => {
  const input = await rich();
  let bytes = input;
  for (let run = 0; run < runs; run += 1) {
    const file = await openWorkbookFile(bytes);
    await scoreIn(file, { plan });
    expect(valueAt(sheetNamed(file.model, 'Xã'), 'G1')).toBe('Tỷ lệ DVCTT (%)');
    bytes = await file.save(NOW);
  }
  const [before, after] = [parts(input), parts(bytes)];
  const own = users(before[SHEET] ?? '');
  expect(own.cells.length).toBeGreaterThan(35);
  expect(own.around.join('')).toContain(BEHIND.join(''));
  expect(users(after[SHEET] ?? '')).toEqual(own);
  for (const part of [COMMENTS, DRAWING, RELS, 'xl/theme/theme1.xml']) {
    expect([part, after[part]]).toEqual([part, before[part]]);
  }
  // Formats of ours come behind those that the user's cells refer to.
  const formats = (texts: Record<string, string>) =>
    [
      .../<cellXfs[^>]*>(.*?)<\/cellXfs>/s
        .exec(texts['xl/styles.xml'] ?? '')![1]!
        .matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs),
    ].map(([raw]) => raw);
  const there = formats(before);
  expect(formats(after).slice(0, there.length)).toEqual(there);
  expect(after['xl/styles.xml']).toContain(DXFS);
});
