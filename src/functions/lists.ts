import {
  accountsOfLog,
  divide,
  exact,
  fullName,
  isConcentrated,
  scoreAlone,
  type UnitResult,
} from '../rules';
import { words } from '../words';
import { cell, column, isBlank, sameLength } from './arguments';
import { Fault, faultOf, faultOfUnit, toExcel } from './fault';
import { groupFinder } from './names';
import type { RuleSet } from './rule-set';
import { scoreTable, type Range, type TableArguments } from './table';

/** What a cell of a spilled range may hold. */
export type Spilled = string | number | CustomFunctions.Error;

/** Rank and total of each row: no rank for a unit that has none, an error for one not scored. */
export function ranksOf(rules: RuleSet, given: TableArguments): Spilled[][] {
  const { level, rows, result } = scoreTable(rules, given);
  const units = new Map(result.levels[level.id]?.units.map((each) => [each.unit.code, each]));
  return rows.map((row): Spilled[] => {
    if (row === null) return ['', ''];
    if (row instanceof Fault) return ['', toExcel(row)];
    const unit = units.get(row.code) as UnitResult;
    const { total, rank } = unit;
    return [rank ?? '', total.known ? total.approx : toExcel(faultOfUnit(unit))];
  });
}

/**
 * Rank, unit, group and status of each unit that has an award, may have one by the board's decision,
 * or is passed over: its district is full, or the board declined it.
 */
export function awardsOf(rules: RuleSet, given: TableArguments): Spilled[][] {
  const { level, result } = scoreTable(rules, given);
  const { plan, awards } = result;
  const said = new Map<UnitResult, string>();
  for (const { award, unit, prize } of awards.prizes) {
    if (award.level === level.id) said.set(unit, words.FUNCTIONS.prize(prize.name));
  }
  for (const { award, unit } of awards.places) {
    if (award.level === level.id) said.set(unit, words.FUNCTIONS.proposed);
  }
  for (const { units } of awards.undecided) {
    for (const unit of units) {
      if (unit.unit.level === level.id) said.set(unit, words.FUNCTIONS.undecided);
    }
  }
  for (const { unit, reason } of awards.passedOver) {
    if (unit.unit.level !== level.id) continue;
    const full = reason.code === 'groupFull';
    said.set(
      unit,
      full ? words.PAPER.groupFull(reason.most, words.groupWord(plan)) : words.FUNCTIONS.declined,
    );
  }
  if (said.size === 0) throw new Fault('#N/A', words.FUNCTIONS.nobodyAwarded);
  const inOrder = (result.levels[level.id]?.units ?? []).filter((unit) => said.has(unit));
  return inOrder.map((unit) => [
    unit.rank ?? '',
    fullName(unit.unit),
    words.parentName(plan, unit.unit),
    said.get(unit) ?? '',
  ]);
}

/** The mean of the ratios of a group's members, by the level that combines it with its own. */
export function memberMeanOf(rules: RuleSet, name: unknown, groups: Range, a: Range, b: Range) {
  const { plan, readings } = rules;
  const level = plan.levels.find(({ criteria }) => criteria.some(({ combine }) => combine));
  const criterion = level?.criteria.find(({ combine }) => combine);
  if (!level || !criterion) throw new Fault('#N/A', words.FUNCTIONS.noMembersHere);
  const names = column(groups, 'cột_huyện');
  const [as, bs] = [column(a, 'cột_a'), column(b, 'cột_b')];
  sameLength(names, as, bs);
  const groupOf = groupFinder(plan);
  const group = groupOf(name);
  if (group === null) throw new Fault('#N/A', words.FUNCTIONS.unitUnknown(''));
  if (group instanceof Fault) throw group;
  const counts = names.flatMap((each, i) => {
    const isEmpty = isBlank(as[i]) && isBlank(bs[i]);
    if (isEmpty && isBlank(each)) return [];
    const theirs = groupOf(each);
    if (theirs === null) throw new Fault('#N/A', words.FUNCTIONS.unitUnknown(''));
    if (theirs instanceof Fault) throw theirs;
    return theirs.code === group.code ? [{ a: cell(as[i]), b: cell(bs[i]) }] : [];
  });
  const { criteria } = scoreAlone(plan, level.id, {}, { counts }, readings);
  const mean = criteria[criterion.id]?.memberMean;
  if (!mean) throw new Fault('#N/A', words.FUNCTIONS.noMembersHere);
  if (!mean.known) throw faultOf(mean);
  // The double nearest to it, so that HG.DIEM knows it again exactly.
  return mean.fraction.valueOf();
}

/** How far dossiers came in over few accounts: a line a figure, its name before it. */
export function concentrationOf({ readings }: RuleSet, range: Range): Spilled[][] {
  const ids = range.flatMap((row) =>
    row.filter((id) => !isBlank(id)).map((id) => String(id).trim()),
  );
  const accounts = accountsOfLog(ids, readings.busiestAccounts);
  const { busiest, distinct, onBusiest } = accounts;
  if (!busiest || onBusiest === null) throw new Fault('#N/A', words.FUNCTIONS.noAccounts);
  const told = words.FUNCTIONS.accounts;
  const ratio = (x: number, y: number) => divide(exact(x), exact(y)).approx;
  return [
    [told.dossiers, ids.length],
    [told.accounts, distinct],
    [told.perAccount, ratio(ids.length, distinct)],
    [told.onBusiest, onBusiest],
    [told.share(readings.busiestAccounts), ratio(busiest.dossiers, busiest.of)],
    [told.verdict, isConcentrated(accounts, readings.lookInto) ? told.toLookInto : told.plain],
  ];
}
