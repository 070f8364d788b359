/** @jest-environment jsdom */
import { renderHook } from '@testing-library/react';
import { usePaneTheme } from '../../src/taskpane/view/theme';

/** Puts an Office with or without a theme in place, and a system that is dark or light. */
function backgroundIn(office: unknown, isSystemDark: boolean): string {
  const query = {
    matches: isSystemDark,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  Object.assign(globalThis, { Office: office });
  Object.assign(window, { matchMedia: () => query });
  return renderHook(() => usePaneTheme()).result.current.colorNeutralBackground1;
}

const DARK = '#292929';
const LIGHT = '#ffffff';
const themed = (bodyBackgroundColor: string) => ({
  context: { officeTheme: { bodyBackgroundColor } },
});

test.each<[string, unknown, boolean, string]>([
  ['a dark Office on a light system', themed('#262626'), false, DARK],
  ['a light Office on a dark system', themed('#f3f2f1'), true, LIGHT],
  ['Excel on the web, which tells no theme: dark as the system', { context: {} }, true, DARK],
  ['Excel on the web, which tells no theme: light as the system', { context: {} }, false, LIGHT],
  ['an Office that has not started', {}, true, DARK],
  ['no Office at all', undefined, false, LIGHT],
])('%s', (_name, office, isSystemDark, background) => {
  expect(backgroundIn(office, isSystemDark)).toBe(background);
});
