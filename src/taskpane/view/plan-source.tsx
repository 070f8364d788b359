import { useMemo } from 'react';
import { Badge, Button } from '@fluentui/react-components';
import type { Plan } from '../../rules';
import { words } from '../../words';
import type { PlanInForce, RunOutcome } from '../../workbook';
import { planChanges } from '../model/plan-changes';
import { differences } from '../model/trial';
import { ChangeList } from './change-list';
import { GoTo } from './go-to';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_PLAN } = words;

/** Which plan is scored by, and the way to another: out on sheets, changed there, and used. */
export function PlanSource() {
  const styles = useStyles();
  const { plan, planTrial, work } = usePaneState();
  const { exportPlan, tryPlan, setPlanUsed } = useActions();
  const { own, sheet } = plan;
  const isBusy = work !== null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {PANE_PLAN.title}{' '}
        {sheet !== null && (
          <Badge appearance="tint" color={plan.plan ? 'informative' : 'danger'}>
            {sheet}
          </Badge>
        )}
      </h2>
      <p className={styles.text}>{sourceText(plan)}</p>
      {own && sheet === null && <p className={styles.text}>{PANE_PLAN.unused(own.sheet)}</p>}
      {!own && <p className={styles.hint}>{PANE_PLAN.hint}</p>}
      <div className={styles.row}>
        {own && (sheet === null || !plan.plan) && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void tryPlan()}>
            {PANE_PLAN.use}
          </Button>
        )}
        {plan.plan && (
          <Button disabledFocusable={isBusy} onClick={() => void exportPlan()}>
            {own ? PANE_PLAN.openSheet : PANE_PLAN.exportPlan}
          </Button>
        )}
        {sheet !== null && (
          <Button disabledFocusable={isBusy} onClick={() => void setPlanUsed(false)}>
            {PANE_PLAN.stopUsing}
          </Button>
        )}
      </div>
      {planTrial && <PlanTrial trial={planTrial} />}
    </section>
  );
}

function sourceText({ sheet, plan }: PlanInForce): string {
  if (sheet === null) return PANE_PLAN.builtIn;
  return plan ? PANE_PLAN.fromSheet(sheet) : PANE_PLAN.wrong(sheet);
}

/** What the workbook's own plan would change, and the choice to let it; or what is wrong with it. */
function PlanTrial({ trial }: { readonly trial: RunOutcome }) {
  const styles = useStyles();
  const { plan, outcome, work } = usePaneState();
  const { setPlanUsed, discardPlanTrial } = useActions();
  const theirs = trial.plan.plan;
  return (
    <div className={styles.card}>
      <div role="status" className={styles.stack}>
        <b>{PANE_PLAN.wouldUse}:</b>
        <Told trial={trial} />
        {theirs && plan.plan && <Differing before={plan.plan} after={theirs} />}
        {theirs && outcome && <Effects outcome={outcome} trial={trial} plan={theirs} />}
      </div>
      <div className={styles.row}>
        {theirs && (
          <Button
            appearance="primary"
            disabledFocusable={work !== null}
            onClick={() => void setPlanUsed(true)}
          >
            {PANE_PLAN.confirm}
          </Button>
        )}
        <Button onClick={discardPlanTrial}>{PANE_PLAN.discard}</Button>
      </div>
    </div>
  );
}

/** What is wrong with the sheets, or worth a look, with the way to each cell. */
function Told({ trial }: { readonly trial: RunOutcome }) {
  const styles = useStyles();
  const { problems = [], plan } = trial.plan.own ?? {};
  if (problems.length === 0) return null;
  return (
    <>
      {!plan && <span>{PANE_PLAN.cannotUse}</span>}
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            {words.problemText(trial.result.plan, problem)}
            {problem.places[0] && <GoTo place={problem.places[0]} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_LISTED = 30;

function Differing({ before, after }: { readonly before: Plan; readonly after: Plan }) {
  const styles = useStyles();
  const lines = useMemo(() => planChanges(before, after), [before, after]);
  if (lines.length === 0) return <span>{PANE_PLAN.noChanges}</span>;
  return (
    <>
      <b>{PANE_PLAN.changes}:</b>
      <ul className={styles.list}>
        {lines.slice(0, MOST_LISTED).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > MOST_LISTED && <li>{PANE_PLAN.more(lines.length - MOST_LISTED)}</li>}
      </ul>
    </>
  );
}

interface EffectsProps {
  readonly outcome: RunOutcome;
  readonly trial: RunOutcome;
  /** The plan that is tried. */
  readonly plan: Plan;
}

function Effects({ outcome, trial, plan }: EffectsProps) {
  const changes = useMemo(
    () => differences(outcome.result, trial.result),
    [outcome.result, trial.result],
  );
  if (trial.scored === 0) return <span>{PANE_PLAN.nothingScored}</span>;
  return (
    <>
      <b>{PANE_PLAN.effects}:</b>
      <ChangeList plan={plan} changes={changes} />
    </>
  );
}
