import {
  applicationClass,
  cultureClasses,
  runtimeClass,
  workbookCreatedClass,
} from './application';
import { autoFilterClass } from './auto-filter';
import { borderClass, borderCollectionClass } from './borders';
import {
  chartAxesClass,
  chartAxisClass,
  chartClass,
  chartLegendClass,
  chartTitleClass,
} from './chart';
import { chartSeriesClass, chartSeriesCollectionClass } from './chart-series';
import { chartCollectionClass } from './charts';
import { dataValidationClass } from './data-validation';
import { protectionFormatClass, rangeFillClass, rangeFontClass } from './font-and-fill';
import { freezePanesClass } from './freeze-panes';
import { headerFooterClass, headersFootersClass } from './headers-footers';
import type { ClassSpec, HostClass } from './host-class';
import { namedItemClass, namedItemCollectionClass } from './names';
import { pageBreakClass, pageBreaksClass } from './page-breaks';
import { pageLayoutClass } from './page-layout';
import { workbookProtectionClass, worksheetProtectionClass } from './protection';
import { rangeClass } from './range';
import { rangeAreasClass, rangeCollectionClass } from './range-areas';
import { rangeFormatClass } from './range-format';
import { rangeViewClass } from './range-view';
import { settingClass, settingCollectionClass } from './settings';
import { tableClass } from './table';
import { tableColumnClass, tableColumnsClass, tableRowsClass } from './table-parts';
import { tableCollectionClass, tableScopedCollectionClass } from './tables';
import { documentPropertiesClass, workbookClass } from './workbook';
import { worksheetClass } from './worksheet';
import { worksheetCollectionClass } from './worksheets';

const specOf = <T>(each: HostClass<T>) => each.spec as unknown as ClassSpec<unknown>;

/** Every class this host covers, for reports; each names its members. */
export const coveredClasses = (): readonly ClassSpec<unknown>[] => [
  specOf(workbookClass),
  specOf(applicationClass),
  specOf(workbookCreatedClass),
  specOf(runtimeClass),
  ...cultureClasses.map(specOf),
  specOf(documentPropertiesClass),
  specOf(workbookProtectionClass),
  specOf(worksheetCollectionClass),
  specOf(worksheetClass),
  specOf(worksheetProtectionClass),
  specOf(freezePanesClass),
  specOf(pageLayoutClass),
  specOf(headersFootersClass),
  specOf(headerFooterClass),
  specOf(pageBreaksClass),
  specOf(pageBreakClass),
  specOf(autoFilterClass),
  specOf(chartCollectionClass),
  specOf(chartClass),
  specOf(chartTitleClass),
  specOf(chartLegendClass),
  specOf(chartAxesClass),
  specOf(chartAxisClass),
  specOf(chartSeriesCollectionClass),
  specOf(chartSeriesClass),
  specOf(rangeClass),
  specOf(dataValidationClass),
  specOf(rangeViewClass),
  specOf(rangeAreasClass),
  specOf(rangeCollectionClass),
  specOf(rangeFormatClass),
  specOf(rangeFillClass),
  specOf(rangeFontClass),
  specOf(borderCollectionClass),
  specOf(borderClass),
  specOf(protectionFormatClass),
  specOf(tableCollectionClass),
  specOf(tableScopedCollectionClass),
  specOf(tableClass),
  specOf(tableColumnsClass),
  specOf(tableColumnClass),
  specOf(tableRowsClass),
  specOf(namedItemCollectionClass),
  specOf(namedItemClass),
  specOf(settingCollectionClass),
  specOf(settingClass),
];
