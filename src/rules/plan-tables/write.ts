import type { Criterion, Level, Plan } from '../plan';
import { ratioText } from './cells';
import type { PlanCell, PlanRow, PlanTables } from './tables';

/** A plan as tables: `readPlan` makes the same plan of them. */
export function writePlan(plan: Plan): PlanTables {
  const { id, movement, year, province, period, individuals } = plan;
  return {
    plan: [
      {
        code: id,
        movement,
        year,
        province,
        from: period.from,
        until: period.until,
        clause: period.clause,
      },
    ],
    levels: plan.levels.map(levelRow),
    criteria: plan.levels.flatMap((level) =>
      level.criteria.map((criterion) => criterionRow(level, criterion)),
    ),
    prizes: plan.prizes.flatMap(({ id: code, level, clause: awardClause, prizes }) =>
      prizes.map((prize): PlanRow => ({ code, level, awardClause, ...prize })),
    ),
    places: plan.places.map(({ id: code, level, places, clause, perGroup, money }) => ({
      code,
      level,
      places,
      clause,
      most: perGroup?.most ?? null,
      mostClause: perGroup?.clause ?? null,
      money,
    })),
    people: individuals
      ? [
          {
            total: individuals.total,
            perGroup: individuals.perGroup,
            clause: individuals.clause,
          },
        ]
      : [],
    exceptions: Object.entries(individuals?.exceptions ?? {}).map(([unit, count]) => ({
      unit,
      count,
    })),
    units: plan.units.map(({ code, level, type, name, parent }) => ({
      code,
      level,
      type,
      name,
      parent,
    })),
  };
}

function levelRow({ id, name, clause, gate, tieBreak }: Level): PlanRow {
  return {
    code: id,
    name,
    clause,
    gateCriterion: gate?.criterion ?? null,
    gateFrom: gate ? ratioCell(gate.from) : null,
    gateClause: gate?.clause ?? null,
    tieCriterion: tieBreak?.criterion ?? null,
    tieClause: tieBreak?.clause ?? null,
  };
}

function criterionRow({ id: level }: Level, criterion: Criterion): PlanRow {
  const { id, full, threshold, combine, ...rest } = criterion;
  return {
    ...rest,
    level,
    code: id,
    full: String(Number(full)) === full ? Number(full) : full,
    threshold: ratioCell(threshold),
    combineLevel: combine?.level ?? null,
    combineClause: combine?.clause ?? null,
  };
}

/** A number where it says the same ("90%" is 0.9), else the text ("2/3"). */
function ratioCell(text: string): PlanCell {
  const number = text.endsWith('%')
    ? Number((Number(text.slice(0, -1)) / 100).toPrecision(15))
    : NaN;
  return ratioText(number) === text ? number : text;
}
