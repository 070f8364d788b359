import { useEffect, useRef } from 'react';
import { Button } from '@fluentui/react-components';
import { fullName, type Plan, type UnitResult } from '../../rules';
import { words } from '../../words';
import {
  explain,
  type CriterionExplained,
  type ExplainedStep,
  type RunOutcome,
} from '../../workbook';
import { Clause } from './clause';
import { Concentration } from './concentration';
import { Course } from './course';
import { GoTo } from './go-to';
import { Need } from './need';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_RESULTS } = words;

interface ExplanationProps {
  readonly outcome: RunOutcome;
  readonly unit: UnitResult;
}

/** How a unit's points came about, drawn from their trace, a clause beside each step. */
export function Explanation({ outcome, unit: result }: ExplanationProps) {
  const styles = useStyles();
  const { showUnit, makeCards } = useActions();
  const { work } = usePaneState();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const { plan } = outcome.result;
  const { unit, rank, tied, status, total, row } = result;
  const notes = words.unitNotes(plan, result);
  const state = status === 'ranked' ? null : PANE_RESULTS.noRank[status];
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Button size="small" onClick={() => showUnit(null)}>
          ← {PANE_RESULTS.back}
        </Button>
        {row && <GoTo place={row.place} />}
        <Button
          size="small"
          disabledFocusable={work !== null}
          onClick={() => void makeCards([unit.code])}
        >
          {words.CARD.one}
        </Button>
      </div>
      <section className={styles.section}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {fullName(unit)}
        </h2>
        <p className={styles.text}>
          {[
            words.parentName(plan, unit),
            state ?? (rank === null ? '' : PANE_RESULTS.rank(rank, tied)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles.text}>
          <b>
            {PANE_RESULTS.total}
            {total.known ? words.workingText(total) : `: ${PANE_RESULTS.notScored}`}
          </b>
          {total.known && <Clause id={total.clause} />}
        </p>
        {notes.length > 0 && (
          <ul className={styles.list} aria-label={PANE_RESULTS.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </section>
      <Course runs={outcome.runs} unit={unit} />
      <Need outcome={outcome} unit={result} />
      <Concentration outcome={outcome} unit={result} />
      <h2 className={styles.heading}>{PANE_RESULTS.how}</h2>
      {explain(plan, result).map((criterion) => (
        <CriterionSteps key={criterion.id} plan={plan} criterion={criterion} />
      ))}
    </div>
  );
}

function CriterionSteps({
  plan,
  criterion: { name, points, full, steps, missing },
}: {
  readonly plan: Plan;
  readonly criterion: CriterionExplained;
}) {
  const styles = useStyles();
  return (
    <section className={styles.card}>
      <h3 className={styles.subheading}>
        {name}
        {points.known && ` — ${PANE_RESULTS.of(words.decimal(points), words.planText(full))}`}
      </h3>
      {missing && (
        <p className={styles.text}>
          {PANE_RESULTS.notScored}: {words.list(missing.because.map(words.reasonText))}.
        </p>
      )}
      {steps.length > 0 && (
        <ol className={styles.list}>
          {steps.map((step, i) => (
            <li key={i}>
              <StepText plan={plan} step={step} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function StepText({ plan, step }: { readonly plan: Plan; readonly step: ExplainedStep }) {
  const styles = useStyles();
  const { text, clause, places, members } = step;
  return (
    <>
      <span>{text}</span>
      <Clause id={clause} />
      {places.length > 0 && (
        <span className={styles.row}>
          {places.map((place) => (
            <GoTo key={`${place.sheet}!${place.address}`} place={place} />
          ))}
        </span>
      )}
      {members.length > 0 && (
        <details>
          <summary className={styles.summary}>{PANE_RESULTS.members(members.length)}</summary>
          <ul className={styles.list}>
            {members.map((member, i) => (
              <li key={i}>
                {words.unitName(plan, member.unit)}: {member.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
