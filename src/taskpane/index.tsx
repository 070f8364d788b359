/** The pane's entry: puts the pane on the page when Office.js has answered. */
import { createRoot } from 'react-dom/client';
import { abilitiesOfExcel, jobs } from '../workbook';
import { followRules } from './model/functions';
import { createPane } from './model/pane';
import { followRibbon } from './model/ribbon';
import { startLogWorker } from './model/start-log-worker';
import { workbookPort } from './model/workbook-port';
import { App } from './view/app';
import { PaneContext } from './view/pane-context';

void Office.onReady(({ host }) => {
  const root = document.getElementById('root');
  // Elsewhere than in Excel boot.js says what this page is.
  if (!root || host !== Office.HostType.Excel) return;
  const port = workbookPort(
    jobs(Excel.run),
    abilitiesOfExcel(),
    () => new Date(),
    startLogWorker,
    (batch) => Excel.run({ delayForCellEdit: true }, batch),
  );
  const pane = createPane(port);
  const version = document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? '';
  createRoot(root).render(
    <PaneContext value={pane}>
      <App version={version} />
    </PaneContext>,
  );
  void pane.actions.start().then(() => {
    followRibbon(pane, window);
    followRules(pane, port.calculate);
  });
  // An Excel without these events has a pane that doesn't follow the selection, functions that follow
  // the board's sheet at the next run, and nothing worse.
  port.onSelection(pane.actions.selected).catch(() => undefined);
  port.onDecisions(pane.actions.decisionsChanged).catch(() => undefined);
});
