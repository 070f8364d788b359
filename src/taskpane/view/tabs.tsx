import { useRef, type KeyboardEvent } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words';
import { PLACES, type PanePlace } from '../model/state';

const { PANE } = words;

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    display: 'flex',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexGrow: 1,
    padding: '8px 4px',
    border: 'none',
    borderBottom: '3px solid transparent',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface TabsProps {
  /** Null while none of the places is shown. */
  readonly chosen: PanePlace | null;
  readonly onChoose: (place: PanePlace) => void;
}

/**
 * The four places as tabs: one stop for the Tab key, arrows, Home and End between them. Fluent's own
 * list of tabs puts focusable marks on the page that are hidden from screen readers.
 */
export function Tabs({ chosen, onChoose }: TabsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = PLACES.findIndex((each) => tabId(each) === document.activeElement?.id);
    const to = nextTab(event.key, at);
    const place = to === null ? undefined : PLACES[to];
    if (!place) return;
    event.preventDefault();
    onChoose(place);
    list.current?.querySelector<HTMLElement>(`#${tabId(place)}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={PANE.title}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {PLACES.map((each, i) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(each)}
          aria-selected={each === chosen}
          {...(each === chosen ? { 'aria-controls': PANEL_ID } : {})}
          tabIndex={each === chosen || (chosen === null && i === 0) ? 0 : -1}
          className={`${styles.tab} ${each === chosen ? styles.chosen : ''}`}
          onClick={() => onChoose(each)}
        >
          {PANE.places[each]}
        </button>
      ))}
    </div>
  );
}

export const PANEL_ID = 'place';

export function tabId(place: PanePlace): string {
  return `tab-${place}`;
}

function nextTab(key: string, at: number): number | null {
  const last = PLACES.length - 1;
  if (key === 'ArrowRight') return at === last ? 0 : at + 1;
  if (key === 'ArrowLeft') return at <= 0 ? last : at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}
