import { crc32, deflateRawSync } from 'node:zlib';
import { writeZip } from '../src/host/file/zip';
import { fullName, HAU_GIANG_2023, type LogRows, type Unit } from '../src/rules';
import { between, seeded } from '../scripts/random';

const SEED = 20231231;
const PROCEDURES = Array.from(
  { length: 120 },
  (_, i) => `Thủ tục hành chính số ${i + 1} & kèm theo`,
);
/** Accounts of citizens in a commune, and of those who file for many. */
const CITIZENS = 6000;
const BUSY = 5;
const HEAD = [
  'Mã hồ sơ',
  'Huyện, thị xã, thành phố',
  'Xã, phường, thị trấn',
  'Tài khoản nộp',
  'Tên thủ tục',
  'Ngày nộp',
];

/** A made-up log of the 75 communes: the same seed gives the same rows. */
export class BenchLog {
  readonly communes: readonly Unit[] = HAU_GIANG_2023.units.filter(({ parent }) => parent !== null);
  readonly ids: LogRows;

  constructor(readonly rows: number) {
    const random = seeded(SEED);
    const columns = [0, 1, 2].map(() => new Int32Array(rows)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const [units, accounts, procedures] = columns;
    for (let row = 0; row < rows; row += 1) {
      const unit = between(random, 0, this.communes.length - 1);
      const own =
        random() < 0.1 ? CITIZENS + between(random, 0, BUSY - 1) : between(random, 0, CITIZENS - 1);
      units[row] = unit;
      accounts[row] = unit * (CITIZENS + BUSY) + own;
      procedures[row] = Math.floor(PROCEDURES.length * random() * random());
    }
    this.ids = {
      length: rows,
      units,
      accounts,
      procedures,
      unitCount: this.communes.length,
      accountCount: this.communes.length * (CITIZENS + BUSY),
      procedureCount: PROCEDURES.length,
    };
  }

  /** Headings and then rows, a text a cell, in chunks of so many. */
  *chunks(most: number): Generator<readonly (readonly string[])[]> {
    yield [HEAD];
    for (let from = 0; from < this.rows; from += most) {
      const length = Math.min(most, this.rows - from);
      yield Array.from({ length }, (_, row) => this.#texts(from + row));
    }
  }

  csv(): Buffer {
    const lines = [HEAD.map((text) => `"${text}"`).join(',')];
    for (let row = 0; row < this.rows; row += 1) lines.push(this.#texts(row).join(','));
    return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
  }

  /** As Excel writes it: shared strings, one for each text. */
  xlsx(): { readonly bytes: Uint8Array; readonly sheetSize: number; readonly sheetPacked: Buffer } {
    const strings = new Map<string, number>();
    const cell = (address: string, text: string) => {
      let index = strings.get(text);
      if (index === undefined) strings.set(text, (index = strings.size));
      return `<c r="${address}" t="s"><v>${index}</v></c>`;
    };
    const letters = 'ABCDEF';
    const line = (number: number, texts: readonly string[]) =>
      `<row r="${number}" spans="1:6">${texts.map((text, i) => cell(`${letters[i]}${number}`, text)).join('')}</row>`;
    const rows = [line(1, HEAD)];
    for (let row = 0; row < this.rows; row += 1) rows.push(line(row + 2, this.#texts(row)));
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const sheet = Buffer.from(
      `<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
    const shared = [...strings.keys()].map(
      (text) => `<si><t>${text.replace(/&/g, '&amp;')}</t></si>`,
    );
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = (...all: readonly [type: string, target: string][]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
        .map(
          ([type, target], i) =>
            `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`,
        )
        .join('')}</Relationships>`;
    const part = (name: string, content: Buffer) => ({
      name,
      method: 8,
      crc: crc32(content),
      size: content.length,
      packed: deflateRawSync(content, { level: 6 }),
    });
    const sheetPart = part('xl/worksheets/sheet1.xml', sheet);
    const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
    const override = (name: string, type: string) =>
      `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
    const bytes = writeZip([
      part(
        '[Content_Types].xml',
        Buffer.from(
          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}</Types>`,
        ),
      ),
      part('_rels/.rels', Buffer.from(rels(['officeDocument', 'xl/workbook.xml']))),
      part(
        'xl/workbook.xml',
        Buffer.from(
          `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Log" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        ),
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        Buffer.from(
          rels(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
        ),
      ),
      sheetPart,
      part('xl/sharedStrings.xml', Buffer.from(`<sst ${main}>${shared.join('')}</sst>`)),
    ]);
    return { bytes, sheetSize: sheet.length, sheetPacked: sheetPart.packed };
  }

  #texts(row: number): string[] {
    const { units, accounts, procedures } = this.ids;
    const unit = this.communes[units[row] as number] as Unit;
    const group = HAU_GIANG_2023.units.find(({ code }) => code === unit.parent) as Unit;
    return [
      `H30.${String(row).padStart(9, '0')}`,
      fullName(group),
      fullName(unit),
      `0930${String(accounts[row]).padStart(8, '0')}`,
      PROCEDURES[procedures[row] as number] as string,
      `${String((row % 28) + 1).padStart(2, '0')}/11/2023`,
    ];
  }
}
