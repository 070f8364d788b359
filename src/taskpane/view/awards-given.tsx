import { levelOf, type PlaceAward, type PrizeAward, type ScoreResult } from '../../rules';
import { words } from '../../words';
import { Clause } from './clause';
import { UnitLink } from './unit-link';
import { useStyles } from './styles';

const { PANE_AWARDS } = words;

/** One prize a rank: who has it, or why nobody has. */
export function Prizes({
  result,
  award,
}: {
  readonly result: ScoreResult;
  readonly award: PrizeAward;
}) {
  const styles = useStyles();
  const { awards, plan } = result;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.prizes(levelOf(plan, award.level).name)}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{PANE_AWARDS.prize}</th>
            <th scope="col">{PANE_AWARDS.unit}</th>
            <th scope="col" className="number">
              {PANE_AWARDS.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.prizes.map((prize) => {
            const given = awards.prizes.find((each) => each.prize === prize);
            const open = awards.undecided.some(({ prizes }) => prizes.includes(prize));
            const vacant = awards.vacant.some((each) => each.prize === prize);
            const why = open ? PANE_AWARDS.open : vacant ? PANE_AWARDS.vacant : PANE_AWARDS.nobody;
            const total = given?.unit.total;
            return (
              <tr key={prize.name}>
                <th scope="row">{prize.name}</th>
                <td>
                  {given ? <UnitLink unit={given.unit.unit} /> : why}
                  <div className={styles.hint}>
                    {PANE_AWARDS.money(words.money(prize.money))}, {PANE_AWARDS.bonus(prize.bonus)}
                  </div>
                </td>
                <td className="number">{total?.known ? words.decimal(total) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.hint}>
        <Clause id={award.clause} />
      </p>
    </section>
  );
}

/** Equal places in rank order. */
export function Seats({
  result,
  award,
}: {
  readonly result: ScoreResult;
  readonly award: PlaceAward;
}) {
  const styles = useStyles();
  const { awards, plan, readings } = result;
  const places = awards.places.filter((each) => each.award.id === award.id);
  const seats = readings.places ?? award.places;
  const open = awards.undecided
    .filter((each) => each.award === award.id)
    .reduce((sum, each) => sum + each.places, 0);
  const left = seats - places.length - open;
  const level = levelOf(plan, award.level).name;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_AWARDS.places(level, places.length, seats)}</h2>
      {places.length === 0 && open === 0 && <p className={styles.text}>{PANE_AWARDS.noPlaces}</p>}
      <ol className={styles.list}>
        {places.map(({ unit }) => (
          <li key={unit.unit.code}>
            <UnitLink unit={unit.unit} />
            {`, ${words.lowerFirst(words.parentName(plan, unit.unit))}`}
            {unit.total.known && (
              <span className={styles.number}>{` (${words.decimal(unit.total)})`}</span>
            )}
          </li>
        ))}
      </ol>
      {places.length > 0 && left > 0 && <p className={styles.text}>{PANE_AWARDS.fewer(left)}</p>}
      <p className={styles.hint}>
        <Clause id={award.clause} />
        {award.perGroup && (
          <>
            <br />
            {words.PANE_CRITERIA.perGroup(readings.perGroup ?? award.perGroup.most)}
            <Clause id={award.perGroup.clause} />
          </>
        )}
      </p>
    </section>
  );
}
