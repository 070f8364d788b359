import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { Columns } from './columns';
import { Empty } from './empty';
import { useActions, usePaneState } from './pane-context';
import { Papers } from './papers';
import { Problems } from './problems';
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
        <Papers />
      </div>
    );
  }
  return (
    <>
      <Problems outcome={outcome} />
      <Scope asked={outcome.problems.some(({ code }) => code === 'totalScope')} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{PANE_DATA.tables}</h2>
        {outcome.tables.length === 0 ? <NoTables /> : <Columns outcome={outcome} />}
      </section>
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

/** The one question about what the total covers, or the answer that was given. */
function Scope({ asked }: { readonly asked: boolean }) {
  const styles = useStyles();
  const { settings, work } = usePaneState();
  const { answerScope } = useActions();
  const { totalScope } = settings;
  if (!asked && totalScope === null) return null;
  const busy = work !== null;
  const answer = (value: boolean, text: string) => (
    <Button disabledFocusable={busy} onClick={() => void answerScope(value)}>
      {text}
    </Button>
  );
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_DATA.scopeQuestion}</h2>
      {totalScope === null ? (
        <>
          <p className={styles.hint}>{PANE_DATA.scopeWhy}</p>
          <div className={styles.row}>
            {answer(true, PANE_DATA.scopeYes)}
            {answer(false, PANE_DATA.scopeNo)}
          </div>
        </>
      ) : (
        <>
          <p className={styles.text}>
            {totalScope ? PANE_DATA.scopeAnsweredYes : PANE_DATA.scopeAnsweredNo}
          </p>
          <div className={styles.row}>
            {totalScope ? answer(false, PANE_DATA.scopeNo) : answer(true, PANE_DATA.scopeYes)}
          </div>
        </>
      )}
    </section>
  );
}
