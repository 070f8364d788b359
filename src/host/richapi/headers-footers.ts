import type { SheetModel } from '../model';
import { asText } from './arguments';
import { constant, HostClass, type Scalar } from './host-class';

const part = (
  where: 'header' | 'footer',
  side: 'left' | 'center' | 'right',
): Scalar<SheetModel> => ({
  get: ({ page }) => page[where][side],
  set: ({ page }, value) => {
    page[where] = { ...page[where], [side]: asText(value) };
  },
});

export const headerFooterClass = new HostClass<SheetModel>(() => ({
  name: 'HeaderFooter',
  scalars: {
    leftHeader: part('header', 'left'),
    centerHeader: part('header', 'center'),
    rightHeader: part('header', 'right'),
    leftFooter: part('footer', 'left'),
    centerFooter: part('footer', 'center'),
    rightFooter: part('footer', 'right'),
  },
}));

/** The same headers and footers on all pages; this host has no others. */
export const headersFootersClass = new HostClass<SheetModel>(() => ({
  name: 'HeaderFooterGroup',
  scalars: { state: constant('Default') },
  navs: { defaultForAllPages: (sheet) => headerFooterClass.of(sheet) },
}));
