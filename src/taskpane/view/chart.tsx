import { makeStyles, tokens } from '@fluentui/react-components';
import { fullName, type LevelResult, type Plan, type UnitResult } from '../../rules';
import { words } from '../../words';
import { useStyles } from './styles';

const { PANE_RESULTS } = words;
const BAR = 30;

const useOwnStyles = makeStyles({
  figure: { margin: 0 },
  svg: { width: '100%', display: 'block', marginTop: '8px' },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '12px' },
  track: { fill: tokens.colorNeutralBackground3 },
  first: { fill: tokens.colorBrandBackground },
  second: { fill: tokens.colorPaletteMarigoldBackground3 },
  legend: { display: 'inline-block', width: '10px', height: '10px', marginRight: '4px' },
  firstBox: { backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  secondBox: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    forcedColorAdjust: 'none',
  },
});

interface ChartProps {
  readonly plan: Plan;
  readonly shown: LevelResult;
}

/** Points by unit as bars (in parts of the pane's width, so that texts keep their size), a part for each criterion; the same figures stand in a table below. */
export function Chart({ plan, shown }: ChartProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { criteria } = shown.level;
  const units = shown.units.filter(({ total }) => total.known);
  if (units.length === 0) return null;
  const most = criteria.reduce((sum, { full }) => sum + Number(full), 0);
  const parts = [own.first, own.second];
  return (
    <figure className={own.figure}>
      <figcaption className={styles.subheading}>{PANE_RESULTS.chart}</figcaption>
      <div className={styles.row}>
        {criteria.map(({ id, shortName }, i) => (
          <span key={id} className={styles.hint}>
            <span className={`${own.legend} ${i === 0 ? own.firstBox : own.secondBox}`} />
            {shortName}
          </span>
        ))}
      </div>
      <svg
        className={own.svg}
        height={units.length * BAR}
        role="img"
        aria-label={PANE_RESULTS.chartAlt}
      >
        {units.map((unit, i) => {
          let x = 0;
          return (
            <g key={unit.unit.code} transform={`translate(0 ${i * BAR})`}>
              <text x="0" y="12" className={own.text}>
                {fullName(unit.unit)}
              </text>
              <text x="100%" y="12" textAnchor="end" className={own.text}>
                {totalText(unit)}
              </text>
              <rect y="16" width="100%" height="9" rx="2" className={own.track} />
              {criteria.map(({ id }, part) => {
                const width = (pointsOf(unit, id) / most) * 100;
                const bar = (
                  <rect
                    key={id}
                    x={`${x}%`}
                    y="16"
                    width={`${width}%`}
                    height="9"
                    rx="2"
                    className={parts[part % parts.length]}
                  />
                );
                x += width;
                return bar;
              })}
            </g>
          );
        })}
      </svg>
      <details>
        <summary className={styles.summary}>{PANE_RESULTS.chartTable}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{PANE_RESULTS.unit}</th>
              {criteria.map(({ id, shortName }) => (
                <th key={id} scope="col" className="number">
                  {shortName}
                </th>
              ))}
              <th scope="col" className="number">
                {PANE_RESULTS.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit.code}>
                <td>{words.unitName(plan, unit.unit.code)}</td>
                {criteria.map(({ id }) => (
                  <td key={id} className="number">
                    {pointsText(unit, id)}
                  </td>
                ))}
                <td className="number">{totalText(unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function pointsOf({ criteria }: UnitResult, id: string): number {
  const points = criteria[id]?.points;
  return points?.known ? points.approx : 0;
}

function pointsText({ criteria }: UnitResult, id: string): string {
  const points = criteria[id]?.points;
  return points?.known ? words.decimal(points) : '–';
}

function totalText({ total }: UnitResult): string {
  return total.known ? words.decimal(total) : '–';
}
