import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { changesToShow, type RunOutcome } from '../../workbook';
import { GoTo } from './go-to';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { VERIFY } = words;
/** Changes that are listed; more are counted. */
const SHOWN = 50;

/** "Kiểm tra thay đổi": the button, and what was changed since the workbook was scored. */
export function Changes({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { verifySeal } = useActions();
  const { showsChanges, work } = usePaneState();
  const { seal } = outcome;
  return (
    <section className={styles.stack} aria-label={VERIFY.title}>
      <div className={styles.row}>
        <Button
          size="small"
          title={VERIFY.hint}
          disabledFocusable={work !== null}
          onClick={() => void verifySeal()}
        >
          {VERIFY.button}
        </Button>
        {seal && <span className={styles.hint}>{VERIFY.codeOf(words.shortCode(seal.code))}</span>}
      </div>
      {showsChanges && <Found outcome={outcome} />}
    </section>
  );
}

function Found({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { hideChanges } = useActions();
  const { verification, result } = outcome;
  const changes = changesToShow(result.plan, verification);
  return (
    <div className={styles.card}>
      <h2 className={styles.subheading}>{VERIFY.title}</h2>
      {words.verifiedLines(verification, changes.length).map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      {verification.kept && (
        <p className={styles.hint}>{VERIFY.wholeCode(verification.kept.code)}</p>
      )}
      <ul className={styles.plain}>
        {changes.slice(0, SHOWN).map((change, i) => (
          <li key={i} className={styles.text}>
            {change.what}: {change.was} → {change.now}{' '}
            {change.place && <GoTo place={change.place} withSheet />}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p className={styles.hint}>{VERIFY.more(changes.length - SHOWN)}</p>
      )}
      <p className={styles.hint}>{VERIFY.limits}</p>
      <div className={styles.row}>
        <Button size="small" onClick={hideChanges}>
          {VERIFY.close}
        </Button>
      </div>
    </div>
  );
}
