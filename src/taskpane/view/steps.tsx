import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { GUIDE } = words;

/** The first steps, with templates for who has no table yet. */
export function FirstSteps() {
  const styles = useStyles();
  const { makeTemplates, openSample } = useActions();
  const { work } = usePaneState();
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{GUIDE.title}</h2>
      <ol className={styles.list}>
        {GUIDE.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.hint}>{GUIDE.safe}</p>
      <div className={styles.row}>
        <Button
          title={GUIDE.makeTemplatesHint}
          disabledFocusable={work !== null}
          onClick={() => void makeTemplates()}
        >
          {GUIDE.makeTemplates}
        </Button>
        <Button
          title={GUIDE.trySampleHint}
          disabledFocusable={work !== null}
          onClick={() => void openSample()}
        >
          {GUIDE.trySample}
        </Button>
      </div>
    </section>
  );
}
