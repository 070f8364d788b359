import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  dayIso,
  Interner,
  LogError,
  masked,
  NO_UNIT,
  readHeadings,
  UnitMatcher,
  type Days,
  type LogColumn,
  type LogColumns,
  type MaskedAccount,
  type Plan,
} from '../../rules';

/** A unit's figures over all of the files. */
export interface UnitFigures {
  readonly code: string;
  readonly dossiers: number;
  readonly accounts: number;
  readonly onBusiest1: number;
  readonly onBusiest3: number;
  readonly onBusiest5: number;
  readonly busiest: readonly MaskedAccount[];
}

export interface FilesDigest {
  readonly units: readonly UnitFigures[];
  readonly unmatched: number;
  readonly withoutAccount: number;
  readonly outside: number;
  readonly undated: number;
}

const DIGEST = join(__dirname, 'digest.sql');
const ROLES: readonly [role: LogColumn, name: string][] = [
  ['unit', 'unit'],
  ['group', 'district'],
  ['account', 'account'],
  ['procedure', 'procedure'],
  ['day', 'day'],
];

/**
 * Digests logs by DuckDB: any number of .csv and .parquet files with headings in their first row, as one
 * log. Accounts leave masked only.
 * @throws LogError where the headings name no unit or no account
 */
export async function digestFiles(
  files: readonly string[],
  plan: Plan,
  days: Days | null,
): Promise<FilesDigest> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const columns = await readFiles(connection, files);
    await nameUnits(connection, plan, columns.has('group'));
    const [first, last] = days ? [days.from, days.to].map((day) => `DATE '${dayIso(day)}'`) : [];
    await connection.run(
      `CREATE TEMP TABLE period AS SELECT ${first ?? 'NULL::DATE'} AS first, ${last ?? 'NULL::DATE'} AS last`,
    );
    await connection.run(readFileSync(DIGEST, 'utf8'));
    return await answerOf(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Makes `dossiers` of the files, by their headings. */
async function readFiles(
  connection: DuckDBConnection,
  files: readonly string[],
): Promise<LogColumns> {
  const parts = [
    ['.parquet', 'read_parquet(', ''],
    ['.csv', 'read_csv(', ', all_varchar = true, header = true'],
  ] as const;
  const sources = parts.flatMap(([kind, read, how]) => {
    const theirs = files.filter(
      (file) => (extname(file).toLowerCase() === '.parquet') === (kind === '.parquet'),
    );
    if (theirs.length === 0) return [];
    const list = theirs.map((file) => textOf(file)).join(', ');
    return [`SELECT COLUMNS(*)::VARCHAR FROM ${read}[${list}], union_by_name = true${how})`];
  });
  await connection.run(`CREATE TEMP VIEW files AS ${sources.join(' UNION ALL BY NAME ')}`);
  const names = (await connection.runAndReadAll('SELECT * FROM files LIMIT 0')).columnNames();
  const columns = readHeadings(new Map(names.map((name, i) => [i, name])));
  if (!columns) throw new LogError('notALog');
  const selected = ROLES.map(([role, as]) => {
    const at = columns.get(role);
    return `${at === undefined ? 'NULL::VARCHAR' : `"${(names[at] as string).replaceAll('"', '""')}"`} AS ${as}`;
  });
  await connection.run(`CREATE TEMP VIEW dossiers AS SELECT ${selected.join(', ')} FROM files`);
  return columns;
}

const SPACES = String.raw`e' \t\r\n\v\f'`;

/** Makes `units`: which unit the logs' texts mean, by the same matcher as the add-in's. */
async function nameUnits(
  connection: DuckDBConnection,
  plan: Plan,
  hasGroup: boolean,
): Promise<void> {
  const trimmed = (column: string) => `coalesce(trim(${column}, ${SPACES}), '')`;
  const read = await connection.runAndReadAll(
    `SELECT DISTINCT ${trimmed('unit')} AS unit, ${trimmed('district')} AS district FROM dossiers`,
  );
  const pairs = read.getRowObjectsJson() as unknown as { unit: string; district: string }[];
  const interner = new Interner();
  const idsOf = (each: 'unit' | 'district') =>
    Int32Array.from(pairs, (pair) => interner.internText(pair[each]));
  const none = new Int32Array(pairs.length).fill(-1);
  const texts = { unit: idsOf('unit'), group: idsOf('district'), account: none, procedure: none };
  const rows = { ...texts, length: pairs.length, day: none, hasGroup, dayHeading: null };
  const matcher = new UnitMatcher(plan, rows, interner);
  const values = pairs.map(({ unit, district }, row) => {
    const found = matcher.unitOf(row);
    const code = found === NO_UNIT ? '' : (plan.units[found]?.code ?? '');
    return `(${textOf(unit)}, ${textOf(district)}, ${textOf(code)})`;
  });
  await connection.run('CREATE TEMP TABLE units (unit VARCHAR, district VARCHAR, code VARCHAR)');
  if (values.length > 0) await connection.run(`INSERT INTO units VALUES ${values.join(', ')}`);
}

interface Busy {
  readonly account: string;
  readonly dossiers: string;
  readonly procedure: string | null;
  readonly of_procedure: string;
}

async function answerOf(connection: DuckDBConnection): Promise<FilesDigest> {
  const units = (await connection.runAndReadAll('SELECT * FROM digest')).getRowObjectsJson();
  const left = (await connection.runAndReadAll('SELECT * FROM left_out')).getRowObjectsJson();
  const rowsOf = (why: string) => Number(left.find((each) => each['why'] === why)?.['rows'] ?? 0);
  return {
    units: units.map((row) => ({
      code: String(row['code']),
      dossiers: Number(row['dossiers']),
      accounts: Number(row['accounts']),
      onBusiest1: Number(row['on_busiest_1']),
      onBusiest3: Number(row['on_busiest_3']),
      onBusiest5: Number(row['on_busiest_5']),
      busiest: (row['busiest'] as Busy[]).map(({ account, dossiers, procedure, ...counts }) => ({
        masked: masked(account),
        dossiers: Number(dossiers),
        procedure,
        ofProcedure: Number(counts.of_procedure),
      })),
    })),
    unmatched: rowsOf('unmatched'),
    withoutAccount: rowsOf('without_account'),
    outside: rowsOf('outside'),
    undated: rowsOf('undated'),
  };
}

/** A text as SQL writes it. */
function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
