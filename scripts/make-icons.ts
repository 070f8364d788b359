/**
 * Draws the add-in's PNG icons from assets/svg: `npm run icons`. The same Chromium draws the same
 * bytes; the PNGs are kept in the repository, so that a build needs no browser.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser';

/** What the ribbon asks for at the screen scales of Windows and the Mac. */
const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
/** Up to this size the simplified drawing is used. */
const SMALL = 24;

const ICONS: Readonly<Record<string, readonly number[]>> = {
  icon: [...RIBBON_SIZES, 128],
  pane: RIBBON_SIZES,
  template: RIBBON_SIZES,
};

const assets = fileURLToPath(new URL('../assets/', import.meta.url));

async function makeIcons(): Promise<void> {
  const browser = await chromium.launch(findBrowser());
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    for (const [name, sizes] of Object.entries(ICONS)) {
      for (const size of sizes) {
        const drawing = size <= SMALL ? `${name}-small` : name;
        const svg = readFileSync(`${assets}svg/${drawing}.svg`).toString('base64');
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>body{margin:0}img{display:block}</style>` +
            `<img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
        );
        await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
        await page.screenshot({ path: `${assets}${name}-${size}.png`, omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
}

void makeIcons();
