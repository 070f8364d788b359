/** `npm run digest -- [--from 2023-10-01 --to 2023-12-31] FILES…`: logs of any size, by DuckDB. */
import { parseArgs } from 'node:util';
import {
  dayIso,
  daysBetween,
  fullName,
  HAU_GIANG_2023,
  isoDay,
  LogError,
  type Days,
} from '../../rules';
import { words } from '../../words';
import { digestFiles, type FilesDigest } from './duckdb-digest';

const { DIGEST } = words;

function print({ units, ...left }: FilesDigest, days: Days | null): void {
  const cells = (...row: readonly (string | number)[]) =>
    console.log(row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
  cells(...DIGEST.columns);
  for (const { code, dossiers, accounts, busiest, ...on } of units) {
    const unit = HAU_GIANG_2023.units.find((each) => each.code === code);
    if (!unit) continue;
    const shares = [on.onBusiest1, on.onBusiest3, on.onBusiest5];
    const told = busiest.map((account) => words.accountText(account)).join('; ');
    cells(
      fullName(unit),
      words.parentName(HAU_GIANG_2023, unit),
      dossiers,
      accounts,
      ...shares,
      told,
    );
  }
  if (days) console.error(DIGEST.period(dayIso(days.from), dayIso(days.to)));
  for (const line of DIGEST.leftOut(left)) console.error(line);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' } },
  });
  const { from, to } = values;
  const days = from && to ? daysBetween(isoDay(from), isoDay(to)) : null;
  if (positionals.length === 0 || (!days && (from || to))) {
    console.error(DIGEST.usage);
    return 2;
  }
  try {
    print(await digestFiles(positionals, HAU_GIANG_2023, days), days);
    return 0;
  } catch (error) {
    if (error instanceof LogError) console.error(words.logFaultText(error.fault, error.shown));
    else if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') {
      console.error(DIGEST.missing);
    } else console.error(DIGEST.failed(error instanceof Error ? error.message : String(error)));
    return 3;
  }
}

void main().then((status) => {
  process.exitCode = status;
});
