import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

/** A place with nothing to show yet: why, and the one thing to do. */
export function Empty() {
  const styles = useStyles();
  const { score } = useActions();
  const { work } = usePaneState();
  const { title, text } = words.PANE.noOutcome;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.text}>{text}</p>
      <div>
        <Button appearance="primary" disabledFocusable={work !== null} onClick={() => void score()}>
          {words.PANE.score}
        </Button>
      </div>
    </section>
  );
}
