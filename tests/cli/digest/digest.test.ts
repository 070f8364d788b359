/** `npm run digest`: DuckDB's answer is that of the add-in on the same rows. */
import { createRequire } from 'node:module';
import { digestFiles, type FilesDigest } from '../../../src/cli/digest/duckdb-digest';
import { readLogFile } from '../../../src/cli/log-file';
import { daysBetween, HAU_GIANG_2023, isoDay, onBusiest, type Days } from '../../../src/rules';
import { between, seeded } from '../../../scripts/random';
import { Folder } from '../run';

const isInstalled = (() => {
  try {
    createRequire(__filename).resolve('@duckdb/node-api');
    return true;
  } catch {
    process.stderr.write('@duckdb/node-api is missing: its digest is not tested\n');
    return false;
  }
})();
// In CI it must be there.
const withDuckDb = isInstalled || process.env['CI'] ? test : test.skip;

const folder = new Folder();
afterAll(() => folder.remove());

const HEAD = 'Mã;Huyện, thị xã, thành phố;Xã, phường, thị trấn;Tài khoản nộp;Tên thủ tục;Ngày nộp';
const UNITS = [
  'Huyện Vị Thủy;Xã Vị Thắng',
  'huyện Vị Thủy ;  Vị Đông',
  'TP Vị Thanh;UBND phường I',
  'Huyện Không Có;Xã Vị Thắng',
  'Huyện Vị Thủy;Xã Lạ',
];
const DAYS = [
  '01/10/2023',
  '2023-12-31 23:59',
  '30/09/2023',
  '9:05 5-11-2023',
  '45235',
  '20231105',
];
const ODD_DAYS = ['', 'chưa rõ', '31/11/2023', '11/25/2023', '5/11-2023', '29/02/2023', '45235.5'];
const PERIOD = daysBetween(isoDay('2023-10-01'), isoDay('2023-12-31'));

function log(rows: number, seed: number): string {
  const random = seeded(seed);
  const pick = (of: readonly string[]) => of[between(random, 0, of.length - 1)] as string;
  const account = () => (random() < 0.02 ? ' ' : `tk ${Math.floor(40 * random() * random())}@ạ`);
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = random() < 0.1 ? pick(ODD_DAYS) : pick(DAYS);
    const procedure = random() < 0.1 ? '' : `"Thủ ""tục"" ${between(random, 0, 4)}"`;
    return [`H-${i}`, pick(UNITS), account(), procedure, day].join(';');
  });
  return [HEAD, ...lines].join('\r\n');
}

/** The add-in's digest in the same shape. */
async function ours(path: string, days: Days | null): Promise<FilesDigest> {
  const digest = (await readLogFile(path)).digest(HAU_GIANG_2023, days);
  const { outside, undated } = digest.period;
  return {
    units: [...digest.units]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([code, { dossiers, spread, busiest }]) => ({
        code,
        dossiers,
        accounts: spread.length,
        onBusiest1: onBusiest(spread, 1),
        onBusiest3: onBusiest(spread, 3),
        onBusiest5: onBusiest(spread, 5),
        busiest,
      })),
    unmatched: digest.unmatched.rows,
    withoutAccount: digest.withoutAccount,
    outside,
    undated,
  };
}

withDuckDb.each([1, 2, 3])(
  '.csv and Parquet, seed %d: equal in every figure and name',
  async (seed) => {
    const csv = folder.write(`log-${seed}.csv`, log(5000, seed));
    const parquet = folder.at(`log-${seed}.parquet`);
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`,
    );
    for (const days of [PERIOD, null]) {
      const expected = await ours(csv, days);
      expect(expected.units).toHaveLength(3);
      expect(await digestFiles([csv], HAU_GIANG_2023, days)).toEqual(expected);
      expect(await digestFiles([parquet], HAU_GIANG_2023, days)).toEqual(expected);
    }
  },
);

withDuckDb('several files are one log', async () => {
  const [one, two] = [log(400, 4), log(300, 5)];
  const files = [folder.write('1.csv', one), folder.write('2.csv', two)];
  const both = folder.write('all.csv', `${one}\r\n${two.slice(two.indexOf('\r\n') + 2)}`);
  expect(await digestFiles(files, HAU_GIANG_2023, PERIOD)).toEqual(await ours(both, PERIOD));
});

withDuckDb('a log without days, or with none that can be read, counts every row', async () => {
  const blind = folder.write('blind.csv', log(200, 6).replace('Ngày nộp', 'Ngày hẹn trả'));
  expect(await digestFiles([blind], HAU_GIANG_2023, PERIOD)).toEqual(await ours(blind, PERIOD));
});

withDuckDb('a file without the headings of a log is none', async () => {
  const file = folder.write('khac.csv', 'a;b\n1;2\n');
  await expect(digestFiles([file], HAU_GIANG_2023, null)).rejects.toMatchObject({
    fault: 'notALog',
  });
});
