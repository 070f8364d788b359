import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import type { RunOutcome } from '../../workbook';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { COMPARE } = words;

/** Has every combination of readings computed, and says which awards hang on them. */
export function Compared({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  const { compareReadings } = useActions();
  const { work } = usePaneState();
  const { compared, result } = outcome;
  const { plan } = result;
  const seats = compared?.seats ?? [];
  const changing = seats.filter(({ otherwise }) => otherwise.length > 0);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{COMPARE.paneTitle}</h2>
      <p className={styles.hint}>{COMPARE.paneHint}</p>
      <div>
        <Button disabledFocusable={work !== null} onClick={() => void compareReadings()}>
          {COMPARE.button}
        </Button>
      </div>
      {compared && (
        <p className={styles.text}>{COMPARE.held(seats.length - changing.length, seats.length)}</p>
      )}
      {compared && (
        <ul className={styles.list}>
          {changing.map((seat, i) => (
            <li key={i}>
              {words.seatName(plan, seat)}: {words.seatUnits(plan, seat)} (
              {COMPARE.holds(seat.holdsUnder, compared.combinations)})
              <ul className={styles.list}>
                {seat.otherwise.map((other, at) => (
                  <li key={at}>
                    {words.seatUnits(plan, other, COMPARE.noOther)}
                    <div className={styles.hint}>
                      {words.waysText(other.changes, compared.inForce)}
                    </div>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
