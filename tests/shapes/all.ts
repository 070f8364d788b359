/** Every shape, by its name. */
import { byDistrict, fileByDistrict, twoFiles } from './files';
import { hiddenLines, tablesAndFilters } from './hidden';
import { departmentsApart } from './offices';
import { periodColumns, severalPeriods, stackedPeriods } from './periods';
import { groupColumn, handMade, plain, portalByIndicator, portalByUnit } from './shapes';

export const SHAPES = {
  plain,
  handMade,
  portalByUnit,
  portalByIndicator,
  groupColumn,
  departmentsApart,
  byDistrict,
  fileByDistrict,
  twoFiles,
  tablesAndFilters,
  hiddenLines,
  severalPeriods,
  stackedPeriods,
  periodColumns,
};
