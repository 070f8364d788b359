import { makeStyles, tokens } from '@fluentui/react-components';
import type { UnitResult } from '../../rules';
import { words } from '../../words';
import type { RunOutcome } from '../../workbook';
import { concentrationOf, type Concentration as Spread } from '../model/concentration';
import { Clause } from './clause';
import { useStyles } from './styles';

const { PANE_LOG, ACCOUNTS_SHEET } = words;
const BAR = 34;

const useOwnStyles = makeStyles({
  figure: { margin: 0 },
  svg: { width: '100%', display: 'block', marginTop: '8px' },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '12px' },
  track: { fill: tokens.colorNeutralBackground3 },
  bar: { fill: tokens.colorBrandBackground },
  /** The class that our bound begins: marked by a pattern of its own too, not by colour alone. */
  marked: {
    fill: tokens.colorPaletteMarigoldBackground3,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1px',
  },
});

interface ConcentrationProps {
  readonly outcome: RunOutcome;
  readonly unit: UnitResult;
}

/** How a unit's dossiers spread over accounts, by the log, beside the plan's rule on ties. */
export function Concentration({ outcome: { result, log }, unit: { unit } }: ConcentrationProps) {
  const styles = useStyles();
  const { plan, readings } = result;
  const tieBreak = plan.levels.find(({ id }) => id === unit.level)?.tieBreak ?? null;
  if (!log || (!tieBreak && !log.units.has(unit.code))) return null;
  const spread = concentrationOf(log, unit.code, readings);
  return (
    <section className={styles.card}>
      <h3 className={styles.subheading}>{PANE_LOG.concentration}</h3>
      {tieBreak && (
        <p className={styles.text}>
          {PANE_LOG.rule}
          <Clause id={tieBreak.clause} />
        </p>
      )}
      {spread ? <Picture spread={spread} /> : <p className={styles.text}>{PANE_LOG.notInLog}</p>}
      <p className={styles.hint}>
        {ACCOUNTS_SHEET.meaning(readings.busiestAccounts, readings.lookInto)}
      </p>
      <p className={styles.hint}>{ACCOUNTS_SHEET.masking}</p>
    </section>
  );
}

/** Bars in parts of the pane's width; the same figures stand in the list below. */
function Picture({ spread }: { readonly spread: Spread }) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { dossiers, accounts, classes, busiest, told } = spread;
  return (
    <>
      <p className={styles.text}>
        {PANE_LOG.figures(dossiers, accounts)}
        {spread.isConcentrated && <b> {ACCOUNTS_SHEET.toBeLookedInto}.</b>}
      </p>
      <figure className={own.figure}>
        <figcaption className={styles.hint}>{PANE_LOG.picture}</figcaption>
        <svg
          className={own.svg}
          height={classes.length * BAR}
          role="img"
          aria-label={PANE_LOG.pictureAlt(dossiers, accounts, classes)}
        >
          {classes.map(({ from, to, ...counts }, i) => (
            <g key={from} transform={`translate(0 ${i * BAR})`}>
              <text x="0" y="12" className={own.text}>
                {PANE_LOG.each(from, to)}
              </text>
              <text x="100%" y="12" textAnchor="end" className={own.text}>
                {PANE_LOG.counts(counts.accounts, counts.dossiers)}
              </text>
              <rect y="17" width="100%" height="9" rx="2" className={own.track} />
              {counts.dossiers > 0 && (
                <rect
                  y="17"
                  width={`${(counts.dossiers / dossiers) * 100}%`}
                  height="9"
                  rx="2"
                  className={to === null ? own.marked : own.bar}
                />
              )}
            </g>
          ))}
        </svg>
      </figure>
      <ul className={styles.list}>
        {busiest.map(({ k, dossiers: on }) => (
          <li key={k}>{PANE_LOG.share(k, on, dossiers)}</li>
        ))}
      </ul>
      <details>
        <summary className={styles.summary}>{PANE_LOG.busiest}</summary>
        <ul className={styles.list}>
          {told.map((account, i) => (
            <li key={i}>{words.accountText(account)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
