import { Button } from '@fluentui/react-components';
import { fullName, type Plan } from '../../rules';
import { words } from '../../words';
import type { NameChoice, RunOutcome } from '../../workbook';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_DATA } = words;

/** What the workbook leaves open: asked once, and shown with its answer afterwards. */
export function Questions({ outcome }: { readonly outcome: RunOutcome }) {
  return (
    <>
      <Scope asked={outcome.problems.some(({ code }) => code === 'totalScope')} />
      <PeriodQuestion outcome={outcome} />
      <DepartmentsQuestion outcome={outcome} />
      <Names outcome={outcome} />
    </>
  );
}

interface Answer {
  readonly text: string;
  readonly give: () => void;
}

/** A question with buttons for its answers; once answered, what was said and the other answers. */
function Question(props: {
  readonly title: string;
  readonly why: string;
  readonly answered: string | null;
  readonly answers: readonly Answer[];
}) {
  const styles = useStyles();
  const { work } = usePaneState();
  const { title, why, answered, answers } = props;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {answered === null ? (
        <p className={styles.hint}>{why}</p>
      ) : (
        <p className={styles.text}>{answered}</p>
      )}
      <div className={styles.row}>
        {answers.map(({ text, give }) => (
          <Button key={text} disabledFocusable={work !== null} onClick={give}>
            {text}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** What the total of dossiers covers. */
function Scope({ asked }: { readonly asked: boolean }) {
  const { totalScope } = usePaneState().settings;
  const { answerScope } = useActions();
  if (!asked && totalScope === null) return null;
  const yes = { text: PANE_DATA.scopeYes, give: () => void answerScope(true) };
  const no = { text: PANE_DATA.scopeNo, give: () => void answerScope(false) };
  return (
    <Question
      title={PANE_DATA.scopeQuestion}
      why={PANE_DATA.scopeWhy}
      answered={
        totalScope === null
          ? null
          : totalScope
            ? PANE_DATA.scopeAnsweredYes
            : PANE_DATA.scopeAnsweredNo
      }
      answers={totalScope === null ? [yes, no] : [totalScope ? no : yes]}
    />
  );
}

function PeriodQuestion({ outcome: { periods, problems } }: { readonly outcome: RunOutcome }) {
  const { period } = usePaneState().settings;
  const { choosePeriod } = useActions();
  if (periods.length === 0 && period === null) return null;
  const isOpen = problems.some(({ code }) => code === 'severalPeriods' || code === 'noSuchPeriod');
  const answered =
    period === null ? null : (isOpen ? PANE_DATA.periodGone : PANE_DATA.periodAnswered)(period);
  const others = periods.filter((each) => each !== period);
  const answers = others.map((each) => ({ text: each, give: () => void choosePeriod(each) }));
  const forget = { text: PANE_DATA.periodForget, give: () => void choosePeriod(null) };
  return (
    <Question
      title={PANE_DATA.periodQuestion}
      why={PANE_DATA.periodWhy}
      answered={answered}
      answers={period === null ? answers : [...answers, forget]}
    />
  );
}

function DepartmentsQuestion({ outcome: { departments } }: { readonly outcome: RunOutcome }) {
  const { departments: answer } = usePaneState().settings;
  const { answerDepartments } = useActions();
  if (departments.length === 0) return null;
  const kinds = (['add', 'leaveOut'] as const).filter((kind) => kind !== answer);
  return (
    <Question
      title={PANE_DATA.departmentsQuestion}
      why={PANE_DATA.departmentsWhy(departments)}
      answered={answer === null ? null : PANE_DATA.departmentsAnswered[answer]}
      answers={kinds.map((kind) => ({
        text: PANE_DATA.departmentsAnswers[kind],
        give: () => void answerDepartments(kind),
      }))}
    />
  );
}

/** Names that match no unit for certain, with those that they could mean; and what was said of others. */
function Names({ outcome: { problems, result } }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { settings, work } = usePaneState();
  const { chooseName } = useActions();
  const open = new Map<string, readonly string[]>();
  for (const problem of problems) {
    if (problem.code === 'unknownUnit') open.set(problem.shown, problem.suggestions);
    if (problem.code === 'ambiguousUnit') open.set(problem.shown, problem.candidates);
  }
  const asked = [...open].filter(([, codes]) => codes.length > 0);
  if (asked.length === 0 && settings.names.length === 0) return null;
  const busy = work !== null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_DATA.namesQuestion}</h2>
      {asked.length > 0 && <p className={styles.hint}>{PANE_DATA.namesWhy}</p>}
      <ul className={styles.plain}>
        {asked.map(([shown, codes]) => (
          <li key={shown} className={styles.row}>
            {codes.map((code) => (
              <Button
                key={code}
                disabledFocusable={busy}
                onClick={() => void chooseName(shown, choiceOf(result.plan, code))}
              >
                {PANE_DATA.nameIs(shown, words.unitInText(result.plan, code))}
              </Button>
            ))}
          </li>
        ))}
        {settings.names.map(({ shown, unit, district }) => (
          <li key={shown} className={styles.row}>
            <span className={styles.text}>
              {PANE_DATA.nameIs(shown, district === null ? unit : `${unit}, ${district}`)}
            </span>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void chooseName(shown, null)}
            >
              {PANE_DATA.nameForget(shown)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function choiceOf(plan: Plan, code: string): Omit<NameChoice, 'shown'> | null {
  const unit = plan.units.find((each) => each.code === code);
  const group = plan.units.find((each) => each.code === unit?.parent);
  return unit ? { unit: fullName(unit), district: group ? fullName(group) : null } : null;
}
