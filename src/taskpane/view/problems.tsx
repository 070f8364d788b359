import { Badge, makeStyles } from '@fluentui/react-components';
import type { Place, Plan, Severity } from '../../rules';
import { words, type Problem } from '../../words';
import type { RunOutcome } from '../../workbook';
import { GoTo } from './go-to';
import { useStyles } from './styles';

const { PANE, PANE_DATA } = words;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const COLORS = { error: 'danger', warning: 'warning', info: 'informative' } as const;
/** Cells of a problem that have a button; more are counted. */
const SHOWN = 4;

const useOwnStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start' },
  items: { paddingLeft: '16px', marginBottom: '8px' },
  badge: { marginLeft: '6px' },
});

/** The problems, worst first, those of one kind together, each with the way to its cell. */
export function Problems({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { problems, result } = outcome;
  const any = problems.some(({ severity }) => severity !== 'info');
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_DATA.problems}</h2>
      {!any && <p className={styles.text}>{PANE_DATA.noProblems}</p>}
      {SEVERITIES.map((severity) => {
        const theirs = problems.filter((each) => each.severity === severity);
        if (theirs.length === 0) return null;
        return (
          <div key={severity}>
            <h3 className={styles.subheading}>
              {PANE_DATA.severities[severity]}
              <span className={styles.hint}> · {PANE_DATA.severityHints[severity]}</span>
            </h3>
            {kindsOf(theirs).map(([code, list]) => (
              <Kind key={code} plan={result.plan} problems={list} severity={severity} />
            ))}
          </div>
        );
      })}
    </section>
  );
}

function kindsOf(problems: readonly Problem[]): [Problem['code'], Problem[]][] {
  const kinds = new Map<Problem['code'], Problem[]>();
  for (const problem of problems) {
    const list = kinds.get(problem.code);
    if (list) list.push(problem);
    else kinds.set(problem.code, [problem]);
  }
  return [...kinds];
}

interface KindProps {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  readonly severity: Severity;
}

function Kind({ plan, problems, severity }: KindProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const code = problems[0]?.code;
  if (!code) return null;
  return (
    <details open={severity === 'error'}>
      <summary className={styles.summary}>
        {words.PROBLEM_KINDS[code]}
        <Badge className={own.badge} color={COLORS[severity]} appearance="tint" size="medium">
          {problems.length}
        </Badge>
      </summary>
      <ul className={`${styles.plain} ${own.items}`}>
        {problems.map((problem, i) => (
          <li key={i} className={own.item}>
            <span className={styles.text}>{words.problemText(plan, problem)}</span>
            <Cells places={problem.places} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Cells({ places }: { readonly places: readonly Place[] }) {
  const styles = useStyles();
  if (places.length === 0) return null;
  return (
    <span className={styles.row}>
      {places.slice(0, SHOWN).map((place) => (
        <GoTo key={`${place.sheet}!${place.address}`} place={place} />
      ))}
      {places.length > SHOWN && (
        <span className={styles.hint}>{PANE.moreCells(places.length - SHOWN)}</span>
      )}
    </span>
  );
}
