import { fullName, type ScoreResult } from '../../rules';
import { words } from '../../words';
import { otherTies, tieOf } from '../model/ties';
import { Compared } from './compared';
import { Decisions } from './decisions';
import { Empty } from './empty';
import { Prizes, Seats } from './awards-given';
import { Clause } from './clause';
import { usePaneState } from './pane-context';
import { useStyles } from './styles';
import { TieCard } from './tie-card';

const { PANE_AWARDS } = words;

/** "Khen thưởng": what waits for the board first, then who is rewarded, who isn't and why. */
export default function AwardsPlace() {
  const { outcome } = usePaneState();
  if (!outcome) return <Empty />;
  const { result } = outcome;
  return (
    <>
      <Undecided result={result} />
      {result.plan.prizes.map((award) => (
        <Prizes key={award.id} result={result} award={award} />
      ))}
      {result.plan.places.map((award) => (
        <Seats key={award.id} result={result} award={award} />
      ))}
      <PassedOver result={result} />
      <Decisions outcome={outcome} />
      <Quotas result={result} />
      <OtherTies result={result} />
      <Compared outcome={outcome} />
    </>
  );
}

interface Props {
  readonly result: ScoreResult;
}

function Undecided({ result }: Props) {
  const styles = useStyles();
  const { undecided } = result.awards;
  if (undecided.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.undecided}</h2>
      {undecided.map((each) => {
        const tie = tieOf(result, each);
        const total = each.units[0]?.total;
        const points = total?.known ? words.decimal(total) : '';
        const title =
          each.prizes.length > 0
            ? PANE_AWARDS.undecidedPrizes(each.prizes.map(({ name }) => name).join(', '), points)
            : PANE_AWARDS.undecidedOf(each.places, each.units.length, points);
        return tie && <TieCard key={title} plan={result.plan} tie={tie} title={title} />;
      })}
    </section>
  );
}

function PassedOver({ result }: Props) {
  const styles = useStyles();
  const { passedOver } = result.awards;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.passedOver}</h2>
      {passedOver.length === 0 && <p className={styles.text}>{PANE_AWARDS.nobodyPassed}</p>}
      <ul className={styles.list}>
        {passedOver.map(({ unit, reason, award }) => (
          <li key={`${award} ${unit.unit.code}`}>
            {PANE_AWARDS.passed(fullName(unit.unit), unit.rank)}{' '}
            {reason.code === 'groupFull'
              ? PANE_AWARDS.full(reason.most, words.unitName(result.plan, reason.group))
              : PANE_AWARDS.declined(
                  reason.declined.by,
                  words.date(reason.declined.on),
                  reason.declined.why,
                )}
            {reason.code === 'groupFull' && <Clause id={reason.clause} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of each district's places are used, and how many people it may propose. */
function Quotas({ result }: Props) {
  const styles = useStyles();
  const { awards, plan, readings } = result;
  const most = readings.perGroup ?? plan.places[0]?.perGroup?.most ?? null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.quotas}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{PANE_AWARDS.quotaGroup}</th>
            <th scope="col" className="number">
              {PANE_AWARDS.quotaUnits}
            </th>
            <th scope="col" className="number">
              {PANE_AWARDS.quotaPeople}
            </th>
          </tr>
        </thead>
        <tbody>
          {awards.quotas.map(({ group, quota, proposed }) => {
            const used = awards.places.filter(({ unit }) => unit.unit.parent === group.code);
            return (
              <tr key={group.code}>
                <td>{fullName(group)}</td>
                <td className="number">
                  {most === null ? used.length : PANE_AWARDS.quotaOf(used.length, most)}
                </td>
                <td className="number">{PANE_AWARDS.quotaOf(proposed.length, quota)}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{PANE_AWARDS.quotaAll}</th>
            <td className="number">{awards.places.length}</td>
            <td className="number">
              {PANE_AWARDS.quotaOf(
                sum(awards.quotas.map(({ proposed }) => proposed.length)),
                plan.individuals?.total ?? 0,
              )}
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles.hint}>
        {PANE_AWARDS.peopleHint}
        {plan.individuals && <Clause id={plan.individuals.clause} />}
      </p>
    </section>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function OtherTies({ result }: Props) {
  const styles = useStyles();
  const ties = otherTies(result);
  if (ties.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.otherTies}</h2>
      <p className={styles.hint}>{PANE_AWARDS.otherTiesHint}</p>
      {ties.map((tie) => {
        const { rank, units } = tie.group;
        const total = units[0]?.total;
        const title = PANE_AWARDS.tie(rank, total?.known ? words.decimal(total) : '');
        return <TieCard key={`${tie.level} ${rank}`} plan={result.plan} tie={tie} title={title} />;
      })}
    </section>
  );
}
