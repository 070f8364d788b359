import { digestLog, type DossierLog, type LogRows, type Plan, type UnitDigest } from '../../rules';
import { JS_CODEC } from './codec';
import { readCsv } from './csv';
import { Interner } from './interner';
import { NO_UNIT, UnitMatcher } from './match-units';
import type { RowSink } from './row-sink';
import { exactly, LogError, type ByteSource, type LogCodec } from './source';
import { readXlsx } from './xlsx';

/** Texts that are told of the units that the plan doesn't have. */
const MOST_SHOWN = 5;

/**
 * Reads a dossier log, a row a dossier, from an .xlsx or a .csv, and digests it for the plan's
 * units. The file is streamed; account names don't leave but masked.
 * @throws LogError where it can't be read as a log
 */
export async function readLog(
  source: ByteSource,
  name: string,
  plan: Plan,
  codec: LogCodec = JS_CODEC,
): Promise<DossierLog> {
  if (source.size === 0) throw new LogError('empty');
  const head = await exactly(source, 0, Math.min(4, source.size));
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new LogError('oldOrProtected');
  const interner = new Interner();
  const sink = starts(0x50, 0x4b)
    ? await readXlsx(source, interner, codec)
    : await readCsv(source, interner);
  return digested(sink, name, plan, interner);
}

function digested(sink: RowSink, name: string, plan: Plan, interner: Interner): DossierLog {
  const { rows, unmatched, withoutAccount } = idRows(sink, plan, interner);
  const digests = digestLog(rows);
  const units = new Map(
    plan.units.flatMap(({ code }, index) => {
      const digest = digests[index];
      return digest && digest.dossiers > 0 ? [[code, told(digest, interner)] as const] : [];
    }),
  );
  return { name, units, unmatched, withoutAccount };
}

function told({ dossiers, spread, busiest }: UnitDigest, interner: Interner) {
  return {
    dossiers,
    spread,
    busiest: busiest.map(({ account, procedure, ...counts }) => ({
      ...counts,
      masked: masked(interner.text(account)),
      procedure: procedure < 0 ? null : interner.text(procedure),
    })),
  };
}

/** The rows that count, as ids: the unit's index in the plan, and texts' ids. */
function idRows(sink: RowSink, plan: Plan, interner: Interner) {
  const texts = sink.rows();
  const matcher = new UnitMatcher(plan, texts, interner);
  const units = new Int32Array(texts.length);
  // The columns of texts are of no use any more: what counts moves to their front.
  const { account: accounts, procedure: procedures } = texts;
  const unknown = new Map<string, number>();
  let unmatched = 0;
  let withoutAccount = 0;
  let length = 0;
  for (let row = 0; row < texts.length; row += 1) {
    const unit = matcher.unitOf(row);
    if (unit === NO_UNIT) {
      const shown = matcher.shown(row);
      unknown.set(shown, (unknown.get(shown) ?? 0) + 1);
      unmatched += 1;
    } else if (accounts[row] === -1) {
      withoutAccount += 1;
    } else {
      units[length] = unit;
      accounts[length] = accounts[row] as number;
      procedures[length] = procedures[row] as number;
      length += 1;
    }
  }
  const shown = [...unknown].sort((x, y) => y[1] - x[1]).map(([text]) => text);
  const rows: LogRows = {
    length,
    units,
    accounts,
    procedures,
    unitCount: plan.units.length,
    accountCount: interner.size,
    procedureCount: interner.size,
  };
  return {
    rows,
    unmatched: { rows: unmatched, shown: shown.slice(0, MOST_SHOWN) },
    withoutAccount,
  };
}

/** The end of an account's name, a quarter at most: enough to find it again in the log itself. */
export function masked(account: string): string {
  const shown = Math.min(3, Math.floor(account.length / 4));
  return `…${shown > 0 ? account.slice(-shown) : ''}`;
}
