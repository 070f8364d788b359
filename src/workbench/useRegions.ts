import { useEffect } from 'react';

/** F6 leads from one part of the page to the next, Shift+F6 back, as in Excel. */
export function useRegions(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (element) => element.checkVisibility({ visibilityProperty: true }),
      );
      const at = regions.findIndex((region) => isIn(region, document.activeElement));
      const by = event.shiftKey ? -1 : 1;
      regions[(at + by + regions.length) % regions.length]?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isIn(region: HTMLElement, element: Element | null): boolean {
  const group = region.closest('[role=toolbar]')?.parentElement ?? region;
  return element !== null && group.contains(element);
}
