import {
  accountsInLog,
  fullName,
  isConcentrated,
  onBusiest,
  type CriterionResult,
  type DossierLog,
  type Exact,
  type Figure,
  type Plan,
  type ScoreResult,
  type UnitResult,
} from '../rules';
import { words } from '../words';
import { levelId, type RunOutcome } from '../workbook';
import { candidatesOf } from './answers';
import { readingsJson } from './readings-json';

type Told = Pick<RunOutcome, 'result' | 'problems' | 'plan'> & Partial<RunOutcome>;

/** The result as others rely on it (docs/cli.md): fields are added, never removed. */
export function resultJson({
  result,
  problems,
  plan: inForce,
  log = null,
  tables = [],
  compared = null,
}: Told) {
  const { plan, levels, awards } = result;
  const [upper, lower] = (['upper', 'lower'] as const).map((which) => {
    const id = levelId(plan, which);
    return id === null ? undefined : levels[id];
  });
  return {
    plan: plan.id,
    planSheet: inForce.sheet,
    districts: (upper?.units ?? []).map((unit) => ({
      name: fullName(unit.unit),
      ...unitJson(plan, unit),
      concentration: concentrationJson(result, unit, log),
    })),
    communes: (lower?.units ?? []).map((unit) => ({
      ...nameAndDistrict(plan, unit),
      ...unitJson(plan, unit),
      dossiersPerAccount: number(unit.measures.dossiersPerAccount),
      busiestShare: number(unit.measures.busiestShare),
      concentration: concentrationJson(result, unit, log),
    })),
    awards: {
      districts: awards.prizes.map(({ unit, prize }) => ({
        name: fullName(unit.unit),
        prize: prize.name,
        money: prize.money,
        bonus: prize.bonus,
      })),
      communes: awards.places.map(({ unit }) => ({
        ...nameAndDistrict(plan, unit),
        rank: unit.rank,
      })),
      individuals: awards.quotas.flatMap(({ group, proposed }) =>
        proposed.map(({ name, post, workplace }) => ({
          name,
          post,
          unit: workplace,
          district: fullName(group),
        })),
      ),
      passedOver: awards.passedOver.map(({ unit, reason }) => ({
        ...nameAndDistrict(plan, unit),
        rank: unit.rank,
        reason:
          reason.code === 'groupFull'
            ? words.PAPER.groupFull(
                reason.most,
                words.groupWord(plan),
                words.unitName(plan, reason.group),
              )
            : words.noteText(plan, unit, reason),
      })),
      undecided: awards.undecided.map(({ award, units, places, prizes }) => {
        const names = units.map(({ unit }) => fullName(unit));
        const total = units[0]?.total;
        const points = total?.known ? words.decimal(total.value) : '';
        return {
          award,
          units: units.map((unit) => nameAndDistrict(plan, unit)),
          reason: words.PAPER.undecidedOf(places, names, points),
          places,
          prizes: prizes.map(({ name }) => name),
        };
      }),
    },
    problems: problems.map((problem) => ({
      severity: problem.severity,
      code: problem.code,
      sheet: problem.places[0]?.sheet ?? null,
      address: problem.places[0]?.address ?? null,
      message: words.problemText(plan, problem),
      file: problem.places[0]?.file ?? null,
      candidates: candidatesOf(plan, problem, tables),
    })),
    ...(compared ? { readings: readingsJson(plan, compared) } : {}),
  };
}

function unitJson(plan: Plan, unit: UnitResult) {
  return {
    rank: unit.rank,
    tied: unit.tied,
    total: figure(unit.total),
    status: unit.status,
    criteria: Object.fromEntries(
      Object.entries(unit.criteria).map(([id, each]) => [id, criterionJson(each)]),
    ),
    notes: words.unitNotes(plan, unit),
  };
}

/** Over how many accounts the log has a unit's dossiers; null without a log or a dossier in it. */
function concentrationJson(
  { readings }: ScoreResult,
  { unit }: UnitResult,
  log: DossierLog | null,
) {
  const own = log?.units.get(unit.code);
  const accounts = log && accountsInLog(log, unit.code, readings.busiestAccounts);
  if (!own || !accounts) return null;
  return {
    dossiers: own.dossiers,
    accounts: accounts.distinct,
    onBusiest1: onBusiest(own.spread, 1),
    onBusiest3: onBusiest(own.spread, 3),
    onBusiest5: onBusiest(own.spread, 5),
    toBeLookedInto: isConcentrated(accounts, readings.lookInto),
  };
}

function criterionJson({ ratio, points, own, memberMean }: CriterionResult) {
  const scored = { ratio: figure(ratio), points: figure(points) };
  return memberMean === null
    ? scored
    : { ...scored, ownRatio: figure(own), communeMean: figure(memberMean) };
}

function nameAndDistrict(plan: Plan, { unit }: UnitResult) {
  return { name: fullName(unit), district: words.parentName(plan, unit) || null };
}

function figure(value: Figure | null): number | null {
  return value?.known ? value.value.approx : null;
}

function number(value: Exact | null): number | null {
  return value?.approx ?? null;
}
