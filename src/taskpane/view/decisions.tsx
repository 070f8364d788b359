import { useState } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import type { Plan } from '../../rules';
import { words } from '../../words';
import type { Decision, RunOutcome } from '../../workbook';
import { DecidedForm } from './decided-form';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_AWARDS } = words;

/** The decisions that were entered, each to be taken back; and the form to decline a unit. */
export function Decisions({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { removeDecision } = useActions();
  const { work } = usePaneState();
  const { plan } = outcome.result;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.decisions}</h2>
      {outcome.decisions.length === 0 && <p className={styles.text}>{PANE_AWARDS.noDecisions}</p>}
      <ul className={styles.plain}>
        {outcome.decisions.map((each, i) => {
          const { by, on, why, basis } = each.decision;
          return (
            <li key={i} className={styles.card}>
              <span>{decisionText(plan, each)}</span>
              <span className={styles.hint}>
                {PANE_AWARDS.decided(by, words.date(on), why, basis)}
              </span>
              <div>
                <Button
                  size="small"
                  disabledFocusable={work !== null}
                  onClick={() => void removeDecision(each)}
                >
                  {PANE_AWARDS.remove}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <Decline plan={plan} />
    </section>
  );
}

function decisionText(plan: Plan, each: Decision): string {
  if (each.kind === 'declined') {
    return PANE_AWARDS.declinedDecision(words.unitAtHead(plan, each.decision.unit));
  }
  const names = each.decision.order.map((code) => words.unitName(plan, code));
  return PANE_AWARDS.orderDecision(names.join(', '));
}

function Decline({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { decide } = useActions();
  const [open, setOpen] = useState(false);
  const [unit, setUnit] = useState('');
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{PANE_AWARDS.decline}</Button>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <h3 className={styles.subheading}>{PANE_AWARDS.decline}</h3>
      <DecidedForm
        complete={unit !== ''}
        onClose={() => {
          setOpen(false);
          setUnit('');
        }}
        onSave={(decided) => decide({ kind: 'declined', decision: { ...decided, unit } })}
      >
        <p className={styles.hint}>{PANE_AWARDS.declineHint}</p>
        <Field label={PANE_AWARDS.declineUnit} required>
          <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
            <option value="">{PANE_AWARDS.choose}</option>
            {plan.units.map(({ code }) => (
              <option key={code} value={code}>
                {words.unitAtHead(plan, code)}
              </option>
            ))}
          </Select>
        </Field>
      </DecidedForm>
    </div>
  );
}
