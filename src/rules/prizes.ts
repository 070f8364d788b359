import type { Declined } from './input';
import type { PrizeAward } from './plan';
import type { Readings } from './readings';
import type { Awards, PassedOver, PrizeGiven, RankGroup, Undecided } from './result';

/**
 * One prize a rank (IV.2.a). A tied group of m units from rank r covers the places r to r+m−1: the
 * prizes among them are undecided, the others certain (1, 1, 3: the third is certain). The prize of
 * a unit that the board declined stays vacant, or those below move up (a reading).
 */
export function awardPrizes(
  award: PrizeAward,
  groups: Iterable<RankGroup>,
  declined: ReadonlyMap<string, Declined>,
  reading: Readings['declinedPrize'],
): Pick<Awards, 'prizes' | 'vacant' | 'passedOver' | 'undecided'> {
  const prizes: PrizeGiven[] = [];
  const vacant: Awards['vacant'][number][] = [];
  const passedOver: PassedOver[] = [];
  const undecided: Undecided[] = [];
  let place = 0;
  for (const group of groups) {
    if (place >= award.prizes.length) break;
    const standing = group.units.filter(({ unit }) => !declined.has(unit.code));
    for (const unit of group.units) {
      const refusal = declined.get(unit.unit.code);
      if (!refusal) continue;
      passedOver.push({ award: award.id, unit, reason: { code: 'declined', declined: refusal } });
    }
    const holders = reading === 'movesUp' ? standing : group.units;
    const at = award.prizes.slice(place, place + holders.length);
    place += holders.length;
    const [only] = holders;
    if (standing.length === 0) {
      vacant.push(...at.map((prize) => ({ award: award.id, prize })));
    } else if (holders.length > 1) {
      const seats = Math.min(at.length, standing.length);
      undecided.push({
        award: award.id,
        units: standing,
        places: seats,
        prizes: at,
        reason: 'tie',
      });
    } else if (at[0] && only) {
      prizes.push({ award, prize: at[0], unit: only });
    }
  }
  return { prizes, vacant, passedOver, undecided };
}
