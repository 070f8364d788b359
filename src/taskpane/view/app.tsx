import { lazy, Suspense } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words';
import type { PanePlace } from '../model/state';
import { Boundary } from './boundary';
import { DataPlace } from './data-place';
import { Header } from './header';
import { useActions, usePaneState } from './pane-context';
import { PANEL_ID, tabId, Tabs } from './tabs';
import { usePaneTheme } from './theme';

const { PANE } = words;
// What isn't on the first screen is loaded when it is looked at.
const GuidePage = lazy(() => import('./guide-page'));
const ResultsPlace = lazy(() => import('./results-place'));
const AwardsPlace = lazy(() => import('./awards-place'));
const CriteriaPlace = lazy(() => import('./criteria-place'));

const useStyles = makeStyles({
  app: {
    height: '100%',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px',
    boxSizing: 'border-box',
    // Labels for screen readers are placed against this box, so that they don't stretch the page.
    position: 'relative',
    // Long answers are cut, not the pane made wider.
    '& .fui-Field': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Select, & .fui-Select__select, & .fui-Input': { minWidth: 0, width: '100%' },
    '& .fui-Select__select': { textOverflow: 'ellipsis' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** The pane: what is being done above, the four places below. */
export function App({ version }: { readonly version: string }) {
  const styles = useStyles();
  const { place, guide } = usePaneState();
  const { show } = useActions();
  return (
    <FluentProvider theme={usePaneTheme()} className={styles.app}>
      <Header />
      <main className={styles.main}>
        <Tabs chosen={guide ? null : place} onChoose={show} />
        <div
          key={guide ? 'guide' : place}
          className={styles.content}
          data-scrolls
          {...(guide
            ? { role: 'region', 'aria-label': PANE.guide }
            : { id: PANEL_ID, role: 'tabpanel', 'aria-labelledby': tabId(place) })}
          tabIndex={0}
        >
          <Boundary>
            <Suspense fallback={<p role="status">{PANE.loading}</p>}>
              {guide ? <GuidePage version={version} /> : <Place place={place} version={version} />}
            </Suspense>
          </Boundary>
        </div>
      </main>
    </FluentProvider>
  );
}

function Place({ place, version }: { readonly place: PanePlace; readonly version: string }) {
  switch (place) {
    case 'data':
      return <DataPlace />;
    case 'results':
      return <ResultsPlace />;
    case 'awards':
      return <AwardsPlace />;
    case 'criteria':
      return <CriteriaPlace version={version} />;
  }
}
