import { useEffect, useState } from 'react';
import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** The project's own green-blue, from dark to light. */
const BRAND: BrandVariants = {
  10: '#021413',
  20: '#062724',
  30: '#07403b',
  40: '#0a4f49',
  50: '#0c5f58',
  60: '#0d6a62',
  70: '#0e7169',
  80: '#0f776e',
  90: '#1f867d',
  100: '#3a978e',
  110: '#55a89f',
  120: '#6fb9b1',
  130: '#8acac3',
  140: '#a6dbd5',
  150: '#c3ebe7',
  160: '#e2f8f5',
};

const DARK_CSS = '(prefers-color-scheme: dark)';

/** Follows Office's theme where it tells one, else the system's. High contrast is the browser's own. */
export function usePaneTheme(): Theme {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const query = window.matchMedia?.(DARK_CSS);
    const update = () => setDark(isDark());
    query?.addEventListener('change', update);
    return () => query?.removeEventListener('change', update);
  }, []);
  return dark ? DARK : LIGHT;
}

const LIGHT = createLightTheme(BRAND);
const dark = createDarkTheme(BRAND);
/** Lighter links and marks on dark ground: 4.5 to 1 and more. */
const DARK: Theme = {
  ...dark,
  colorBrandForeground1: BRAND[130],
  colorBrandForeground2: BRAND[140],
  colorBrandForegroundLink: BRAND[130],
  colorBrandForegroundLinkHover: BRAND[140],
  colorBrandForegroundLinkPressed: BRAND[120],
  colorCompoundBrandForeground1: BRAND[130],
};

function isDark(): boolean {
  const background = officeBackground();
  if (background) return brightness(background) < 128;
  return window.matchMedia?.(DARK_CSS).matches ?? false;
}

/** Missing on the web. */
function officeBackground(): string | null {
  const office = typeof Office === 'undefined' ? undefined : Office.context;
  return office?.officeTheme?.bodyBackgroundColor ?? null;
}

/** @param color "#1f1f1f" */
function brightness(color: string): number {
  const value = Number.parseInt(color.replace('#', '').slice(0, 6), 16);
  return ((value >> 16) * 299 + ((value >> 8) & 255) * 587 + (value & 255) * 114) / 1000;
}
