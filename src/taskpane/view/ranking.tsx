import { useEffect, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { fullName, type Level, type Plan, type UnitResult } from '../../rules';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';

const { PANE_RESULTS } = words;
const ROW_HEIGHT = 48;
/** A page that isn't laid out (yet) shows this much. */
const FIRST_RECT = { width: 320, height: 480 };

const useStyles = makeStyles({
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  row: {
    width: '100%',
    minHeight: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  rank: {
    flexShrink: 0,
    width: '34px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { flexGrow: 1, minWidth: 0, lineHeight: tokens.lineHeightBase300 },
  under: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  total: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

interface RankingProps {
  readonly plan: Plan;
  readonly level: Level;
  readonly units: readonly UnitResult[];
}

/** The list of units by rank; only what is in sight is on the page. */
export function Ranking({ plan, level, units }: RankingProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  // What stands above the list in the same scrolled box.
  useEffect(() => setMargin(list.current?.offsetTop ?? 0), [units.length]);
  const virtual = useVirtualizer({
    count: units.length,
    getScrollElement: () => list.current?.closest('[data-scrolls]') ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: margin,
    initialRect: FIRST_RECT,
    getItemKey: (index) => units[index]?.unit.code ?? index,
  });
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={PANE_RESULTS.ranking(level.name)}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          className={styles.item}
          style={{ transform: `translateY(${start - margin}px)` }}
          aria-setsize={units.length}
          aria-posinset={index + 1}
        >
          <Row plan={plan} unit={units[index] as UnitResult} />
        </li>
      ))}
    </ul>
  );
}

function Row({ plan, unit: result }: { readonly plan: Plan; readonly unit: UnitResult }) {
  const styles = useStyles();
  const { showUnit } = useActions();
  const { selected } = usePaneState();
  const { unit, rank, tied, status, total } = result;
  const state = status === 'ranked' ? null : PANE_RESULTS.noRank[status];
  const under = [words.parentName(plan, unit), state, tied ? PANE_RESULTS.tied : null].filter(
    Boolean,
  );
  return (
    <button
      type="button"
      className={`${styles.row} ${unit.code === selected ? styles.selected : ''}`}
      onClick={() => showUnit(unit.code)}
    >
      <span className={styles.rank}>
        {rank === null ? '–' : <span aria-label={PANE_RESULTS.rank(rank, tied)}>{rank}</span>}
      </span>
      <span className={styles.name}>
        {fullName(unit)}
        {under.length > 0 && <span className={styles.under}>{under.join(' · ')}</span>}
      </span>
      <span className={styles.total}>{total.known ? words.decimal(total) : '–'}</span>
    </button>
  );
}
