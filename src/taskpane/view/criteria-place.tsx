import { fullName, HAU_GIANG_2023, type Level, type Plan } from '../../rules';
import { words } from '../../words';
import { Clause } from './clause';
import { usePaneState } from './pane-context';
import { ReadingsForm } from './readings-form';
import { useStyles } from './styles';

const { PANE, PANE_CRITERIA } = words;

/** "Tiêu chí": the plan's parameters with their clauses, and the readings, which can be switched. */
export default function CriteriaPlace({ version }: { readonly version: string }) {
  const styles = useStyles();
  const { outcome } = usePaneState();
  const plan = outcome?.result.plan ?? HAU_GIANG_2023;
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.heading}>{words.PAPER.movement(plan.movement, plan.year)}</h2>
        <p className={styles.text}>
          {PANE_CRITERIA.until(words.date(plan.period.until))}
          <Clause id={plan.period.clause} />
        </p>
      </section>
      <ReadingsForm />
      {plan.levels.map((level) => (
        <LevelParameters key={level.id} level={level} />
      ))}
      <AwardParameters plan={plan} />
      {version && <p className={styles.hint}>{PANE.version(version)}</p>}
    </>
  );
}

function LevelParameters({ level }: { readonly level: Level }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words.upperFirst(level.name)}</h2>
      {level.criteria.map((criterion) => (
        <div key={criterion.id} className={styles.card}>
          <h3 className={styles.subheading}>{criterion.name}</h3>
          <p className={styles.text}>
            {PANE_CRITERIA.full}: {words.planText(criterion.full)}
            <br />
            {PANE_CRITERIA.threshold}: {PANE_CRITERIA.from(criterion.threshold)}
            <br />
            {PANE_CRITERIA.below(criterion.full)}
          </p>
          <p className={styles.hint}>
            {PANE_CRITERIA.ratioOf(criterion.numerator, criterion.denominator)}
            <Clause id={criterion.clause} />
          </p>
        </div>
      ))}
      {level.gate && (
        <p className={styles.text}>
          {PANE_CRITERIA.gate(level.gate.from)}
          <Clause id={level.gate.clause} />
        </p>
      )}
      {level.tieBreak && (
        <p className={styles.text}>
          {PANE_CRITERIA.tieBreak}
          <Clause id={level.tieBreak.clause} />
        </p>
      )}
    </section>
  );
}

function AwardParameters({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const levelName = (id: string) => plan.levels.find((each) => each.id === id)?.name ?? id;
  const { individuals } = plan;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_CRITERIA.awards}</h2>
      <ul className={styles.list}>
        {plan.prizes.flatMap(({ prizes }) =>
          prizes.map((prize) => (
            <li key={prize.name}>
              {PANE_CRITERIA.prize(prize.name, words.money(prize.money), prize.bonus)}
              <Clause id={prize.clause} />
            </li>
          )),
        )}
        {plan.places.map((award) => (
          <li key={award.id}>
            {PANE_CRITERIA.places(award.places, levelName(award.level))}
            <Clause id={award.clause} />
            {award.perGroup && (
              <>
                . {PANE_CRITERIA.perGroup(award.perGroup.most)}
                <Clause id={award.perGroup.clause} />
              </>
            )}
          </li>
        ))}
        {individuals && (
          <li>
            {[
              PANE_CRITERIA.people(individuals.total, individuals.perGroup),
              ...Object.entries(individuals.exceptions).map(([code, count]) => {
                const unit = plan.units.find((each) => each.code === code);
                const name = unit ? words.lowerFirst(fullName(unit)) : code;
                return PANE_CRITERIA.peopleExcept(name, count);
              }),
            ].join(', ')}
            <Clause id={individuals.clause} />
          </li>
        )}
      </ul>
    </section>
  );
}
