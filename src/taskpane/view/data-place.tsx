import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { Columns } from './columns';
import { DossierLogFile } from './dossier-log';
import { Empty } from './empty';
import { useActions, usePaneState } from './pane-context';
import { OtherFiles } from './other-files';
import { Papers } from './papers';
import { Problems } from './problems';
import { Questions } from './questions';
import { FirstSteps } from './steps';
import { useStyles } from './styles';

const { PANE_DATA, GUIDE } = words;

/** "Số liệu": what was found, what is to be mended, what the papers name. */
export function DataPlace() {
  const styles = useStyles();
  const { outcome } = usePaneState();
  if (!outcome) {
    return (
      <div className={styles.stack}>
        <Empty />
        <FirstSteps />
        <OtherFiles />
        <DossierLogFile />
        <Papers />
      </div>
    );
  }
  return (
    <>
      <Problems outcome={outcome} />
      <Questions outcome={outcome} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{PANE_DATA.tables}</h2>
        {outcome.tables.length === 0 ? <NoTables /> : <Columns outcome={outcome} />}
      </section>
      <OtherFiles />
      <DossierLogFile />
      <Papers />
    </>
  );
}

function NoTables() {
  const styles = useStyles();
  const { makeTemplates } = useActions();
  const { work } = usePaneState();
  return (
    <>
      <p className={styles.text}>{PANE_DATA.noTables}</p>
      <div>
        <Button disabledFocusable={work !== null} onClick={() => void makeTemplates()}>
          {GUIDE.makeTemplates}
        </Button>
      </div>
    </>
  );
}
