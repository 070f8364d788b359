import {
  accountsInLog,
  dayIso,
  fullName,
  isConcentrated,
  onBusiest,
  type DossierLog,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { logProblems } from '../log-problems';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, sealLine, type Report } from './letterhead';
import { figureValue } from './result-columns';

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true, size: 11 };
const BODY: CellStyle = { border: true, wrap: true, vertical: 'Center', size: 11 };
const NOTE: CellStyle = { italic: true, size: 11, horizontal: 'Left' };
const SHARES = [1, 3, 5];

/** "Tập trung tài khoản": over how many accounts each unit's dossiers came in, by the log. */
export function accountsSheet(report: Report, log: DossierLog): SheetDoc {
  const { plan, readings } = report.result;
  const { COLUMNS, ACCOUNTS_SHEET, PAPER } = words;
  const doc = new DocBuilder([5, 19, 19, 9, 9, 9, 9, 11, 11, 11, 34, 16]);
  const movement = PAPER.movement(plan.movement, plan.year);
  letterhead(doc, report, [ACCOUNTS_SHEET.title], [movement, source(log)]);
  const head = doc.row(
    [
      COLUMNS.order,
      COLUMNS.unit,
      words.groupHeading(plan),
      ACCOUNTS_SHEET.logged,
      ACCOUNTS_SHEET.reported,
      ACCOUNTS_SHEET.accounts,
      ACCOUNTS_SHEET.perAccount,
      ...SHARES.map(ACCOUNTS_SHEET.share),
      ACCOUNTS_SHEET.busiest,
      COLUMNS.note,
    ],
    HEAD,
  );
  const first = doc.next;
  unitLines(report, log).forEach(({ values }, i) => doc.row([i + 1, ...values], { size: 11 }));
  const rows = doc.next - first;
  doc.style(first, 0, rows, doc.widths.length, BODY);
  doc.style(first, 0, rows, 1, { horizontal: 'Center' });
  doc.style(first, 3, rows, 3, { horizontal: 'Right', numberFormat: FORMATS.count });
  doc.style(first, 6, rows, 1, { horizontal: 'Right', numberFormat: FORMATS.points });
  doc.style(first, 7, rows, 3, { horizontal: 'Right', numberFormat: FORMATS.percent });
  doc.style(first, 11, rows, 1, { horizontal: 'Center', bold: true });
  doc.text(ACCOUNTS_SHEET.meaning(readings.busiestAccounts, readings.lookInto), NOTE);
  doc.text(ACCOUNTS_SHEET.masking, NOTE);
  for (const problem of logProblems(log)) {
    doc.text(words.problemText(plan, problem), NOTE);
  }
  sealLine(doc, report);
  return doc.done('accounts', words.SHEETS.accounts, {
    landscape: true,
    titleRows: { first: head, last: head },
  });
}

/** What the figures are of. */
function source({ name, period: { days, hasDays } }: DossierLog): string {
  const { ACCOUNTS_SHEET } = words;
  const within = days && hasDays ? ACCOUNTS_SHEET.within(dayIso(days.from), dayIso(days.to)) : '';
  return [within, ACCOUNTS_SHEET.from(name)].filter(Boolean).join(' ');
}

interface Line {
  readonly values: readonly DocValue[];
  readonly isFirst: boolean;
  /** Of the busiest accounts. */
  readonly share: number;
}

/** Those to be looked into first, the densest at their head; the others in the official order. */
function unitLines(report: Report, log: DossierLog): Line[] {
  const lines = Object.values(report.result.levels).flatMap(({ level, units }) => {
    // The accounts of communes tell ties apart; a log of communes says nothing about districts.
    const isWanted = level.tieBreak !== null || units.some(({ unit }) => log.units.has(unit.code));
    if (!isWanted) return [];
    return [...units]
      .sort((x, y) => (x.unit.code < y.unit.code ? -1 : 1))
      .map((unit) => unitLine(report, log, unit));
  });
  const looked = lines.filter(({ isFirst }) => isFirst).sort((x, y) => y.share - x.share);
  return [...looked, ...lines.filter(({ isFirst }) => !isFirst)];
}

function unitLine({ result }: Report, log: DossierLog, { unit, criteria }: UnitResult): Line {
  const { plan, readings } = result;
  const { ACCOUNTS_SHEET } = words;
  const own = log.units.get(unit.code);
  const accounts = accountsInLog(log, unit.code, readings.busiestAccounts);
  const dossiers = own?.dossiers ?? null;
  const counted = plan.levels.find(({ tieBreak }) => tieBreak)?.tieBreak?.criterion;
  const reported = figureValue(criteria[counted ?? '']?.a ?? null);
  const isFirst = accounts !== null && isConcentrated(accounts, readings.lookInto);
  const differs = reported !== null && dossiers !== null && reported !== dossiers;
  const notes = [
    ...(isFirst ? [ACCOUNTS_SHEET.toBeLookedInto] : []),
    ...(differs ? [ACCOUNTS_SHEET.differs] : []),
    ...(own ? [] : [ACCOUNTS_SHEET.notInLog]),
  ];
  return {
    isFirst,
    share: accounts?.busiest ? accounts.busiest.dossiers / accounts.busiest.of : 0,
    values: [
      fullName(unit),
      words.parentName(plan, unit),
      dossiers,
      reported,
      accounts?.distinct ?? null,
      own ? own.dossiers / own.spread.length : null,
      ...SHARES.map((k) => (own ? onBusiest(own.spread, k) / own.dossiers : null)),
      own ? own.busiest.map(words.accountText).join('; ') : null,
      notes.length > 0 ? notes.join('; ') : null,
    ],
  };
}
