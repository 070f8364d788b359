import type { Plan } from '../../rules';

/** The workbook is to be scored by its own plan, which is wrong: there is nothing to go by. */
export class PlanUnusable extends Error {}

/** Stands where no plan could be read: it has no levels and no units, so that nothing is scored. */
export const NO_PLAN: Plan = {
  id: '',
  movement: '',
  year: 0,
  province: '',
  period: { clause: '', from: null, until: '' },
  levels: [],
  prizes: [],
  places: [],
  individuals: null,
  units: [],
};
