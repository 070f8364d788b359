import {
  accountsInLog,
  fullName,
  isConcentrated,
  onBusiest,
  type DossierLog,
  type MaskedAccount,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, sealLine, type Report } from './letterhead';
import { figureValue } from './result-columns';

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true, size: 11 };
const BODY: CellStyle = { border: true, wrap: true, vertical: 'Center', size: 11 };
const NOTE: CellStyle = { italic: true, size: 11, horizontal: 'Left' };
const SHARES = [1, 3, 5];

/** "Tài khoản nộp hồ sơ": over how many accounts each unit's dossiers came in, by the log. */
export function accountsSheet(report: Report, log: DossierLog): SheetDoc {
  const { plan, readings } = report.result;
  const { COLUMNS, ACCOUNTS_SHEET, PAPER } = words;
  const doc = new DocBuilder([5, 19, 19, 9, 9, 9, 9, 9, 9, 9, 34, 12]);
  const movement = PAPER.movement(plan.movement, plan.year);
  letterhead(doc, report, [ACCOUNTS_SHEET.title], [movement, ACCOUNTS_SHEET.from(log.name)]);
  const head = doc.row(
    [
      COLUMNS.order,
      COLUMNS.unit,
      COLUMNS.group,
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
  for (const line of leftOut(log)) doc.text(line, NOTE);
  sealLine(doc, report);
  return doc.done('accounts', words.SHEETS.accounts, {
    landscape: true,
    titleRows: { first: head, last: head },
  });
}

interface Line {
  readonly values: readonly DocValue[];
  readonly isFirst: boolean;
  /** Of the busiest accounts. */
  readonly share: number;
}

/** Those to be looked into first, the densest at their head; the others in the official order. */
function unitLines(report: Report, log: DossierLog): Line[] {
  const lines = Object.values(report.result.levels).flatMap(({ units }) => {
    // A log of communes says nothing about districts.
    if (!units.some(({ unit }) => log.units.has(unit.code))) return [];
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
  const dossiers = own?.dossiers ?? 0;
  const counted = plan.levels.find(({ tieBreak }) => tieBreak)?.tieBreak?.criterion;
  const reported = figureValue(criteria[counted ?? '']?.a ?? null);
  const isFirst = isConcentrated(accounts, readings.lookInto);
  const notes = [
    ...(isFirst ? [ACCOUNTS_SHEET.toBeLookedInto] : []),
    ...(reported !== null && reported !== dossiers ? [ACCOUNTS_SHEET.differs] : []),
  ];
  return {
    isFirst,
    share: accounts.busiest ? accounts.busiest.dossiers / accounts.busiest.of : 0,
    values: [
      fullName(unit),
      words.parentName(plan, unit),
      dossiers,
      reported,
      accounts.distinct,
      own ? dossiers / accounts.distinct : null,
      ...SHARES.map((k) => (own ? onBusiest(own.spread, k) / dossiers : null)),
      own ? own.busiest.map(accountText).join('; ') : null,
      notes.length > 0 ? notes.join('; ') : null,
    ],
  };
}

function accountText({ masked, dossiers, procedure, ofProcedure }: MaskedAccount): string {
  const { account, procedure: filed } = words.ACCOUNTS_SHEET;
  return account(masked, dossiers) + (procedure === null ? '' : filed(procedure, ofProcedure));
}

/** Rows of the log that no figure holds. */
function leftOut({ name, unmatched, withoutAccount }: DossierLog): string[] {
  return [
    ...(unmatched.rows > 0 ? [words.logUnmatchedText(name, unmatched.rows, unmatched.shown)] : []),
    ...(withoutAccount > 0 ? [words.logWithoutAccountText(name, withoutAccount)] : []),
  ];
}
