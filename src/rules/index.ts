export {
  compareReadings,
  comparingReadings,
  type ReadingsCompared,
  type RowsUnder,
  type SeatCompared,
  type SeatOtherwise,
} from './compare-readings';
export * from './canonical';
export * from './canonical-changes';
export { awardsHeld, type AwardHeld } from './award-held';
export * from './dossier-log';
export * from './exact';
export * from './figure';
export * from './history';
export { individualQuotas } from './individuals';
export * from './input';
export * from './log';
export * from './log-digest';
export { ownOf } from './own';
export * from './papers';
export * from './period';
export * from './place';
export * from './plan';
export * from './plan-tables';
export * from './precision';
export * from './problem';
export { combinationsOf, type ReadingChoice } from './reading-choices';
export * from './readings';
export * from './result';
export * from './table-problem';
export { tidyText } from './tidy-text';
export { stepsBehind } from './trace';
export { groupPoints } from './rank';
export { accountsOfLog, ratioAlone, scoreAlone, simplest, type MembersGiven } from './one-unit';
export { score } from './score';
export * from './unit-names';
export { isConcentrated } from './warnings';
export { whatItTakes, type ToRank, type Ways, type WhatItTakes } from './what-it-takes';
export { HAU_GIANG_2023 } from './plans/hau-giang-2023/plan';
