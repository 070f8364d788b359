import type { Declined } from './input';
import type { PlaceAward } from './plan';
import type { Awards, PassedOver, PlaceGiven, RankGroup, Undecided, UnitResult } from './result';

/**
 * Equal awards in rank order with a cap per group (IV.2.b; III, note; rows 8 and 9 of docs/plan.md).
 * The walk goes down the tied groups. With R places left and q left for a district, n of the
 * group's units in it: C = Σ min(n, q). If C ≤ R, units of districts with n ≤ q have their place
 * under every order of the tie, of districts with n > q > 0 it is open which q of the n have, and
 * R falls by C. If C > R, all units with q > 0 are open for the R places and the walk ends. Units of
 * a full district are passed over. A declined unit takes no place and none of its district's quota.
 */
export function awardPlaces(
  award: PlaceAward,
  groups: Iterable<RankGroup>,
  declined: ReadonlyMap<string, Declined>,
): Pick<Awards, 'places' | 'passedOver' | 'undecided'> {
  const places: PlaceGiven[] = [];
  const passedOver: PassedOver[] = [];
  const undecided: Undecided[] = [];
  const most = award.perGroup?.most ?? Number.POSITIVE_INFINITY;
  const used = new Map<string, number>();
  let left = award.places;

  for (const group of groups) {
    if (left === 0) break;
    const standing: UnitResult[] = [];
    for (const unit of group.units) {
      const refusal = declined.get(unit.unit.code);
      if (refusal)
        passedOver.push({ award: award.id, unit, reason: { code: 'declined', declined: refusal } });
      else standing.push(unit);
    }
    const byParent = groupByParent(standing);
    const room = (parent: string) => most - (used.get(parent) ?? 0);
    for (const [parent, units] of byParent) {
      if (room(parent) > 0 || !award.perGroup) continue;
      const { clause } = award.perGroup;
      const reason = { code: 'groupFull', group: parent, most, clause } as const;
      passedOver.push(...units.map((unit) => ({ award: award.id, unit, reason })));
    }
    const open = [...byParent].filter(([parent]) => room(parent) > 0);
    const claims = open.reduce(
      (all, [parent, units]) => all + Math.min(units.length, room(parent)),
      0,
    );
    if (claims > left) {
      const units = open.flatMap(([, each]) => each);
      undecided.push({
        award: award.id,
        units: inGroupOrder(group, units),
        places: left,
        prizes: [],
        reason: 'tie',
      });
      break;
    }
    const certain: UnitResult[] = [];
    for (const [parent, units] of open) {
      const rest = room(parent);
      if (units.length <= rest) certain.push(...units);
      else
        undecided.push({
          award: award.id,
          units,
          places: rest,
          prizes: [],
          reason: 'tieWithinGroup',
        });
      used.set(parent, (used.get(parent) ?? 0) + Math.min(units.length, rest));
    }
    places.push(...inGroupOrder(group, certain).map((unit) => ({ award, unit })));
    left -= claims;
  }
  return { places, passedOver, undecided };
}

/** The cap goes by the parent; a unit without one is a group of its own. */
function groupByParent(units: readonly UnitResult[]): Map<string, UnitResult[]> {
  const byParent = new Map<string, UnitResult[]>();
  for (const unit of units) {
    const parent = unit.unit.parent ?? unit.unit.code;
    const list = byParent.get(parent);
    if (list) list.push(unit);
    else byParent.set(parent, [unit]);
  }
  return byParent;
}

function inGroupOrder(group: RankGroup, units: readonly UnitResult[]): UnitResult[] {
  const chosen = new Set(units);
  return group.units.filter((unit) => chosen.has(unit));
}
