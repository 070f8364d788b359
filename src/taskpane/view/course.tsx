import { makeStyles, tokens } from '@fluentui/react-components';
import { fullName, type KeptRun, type Unit } from '../../rules';
import { words } from '../../words';
import { useStyles } from './styles';

const { PERIODS } = words;
const WIDTH = 280;
const HEIGHT = 72;
const MARGIN = 8;

const useOwnStyles = makeStyles({
  svg: { width: '100%', display: 'block' },
  line: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  dot: { fill: tokens.colorBrandBackground },
});

interface CourseProps {
  readonly runs: readonly KeptRun[];
  readonly unit: Unit;
}

/** A unit's points by period as a line, and its points and ranks in a table below; nothing for one period. */
export function Course({ runs, unit }: CourseProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const course = runs.map(({ period, units }) => ({ period, ...units.get(unit.code) }));
  if (course.length < 2) return null;
  const known = course.flatMap(({ points }, i) =>
    typeof points === 'number' ? [{ points, i }] : [],
  );
  const least = Math.min(...known.map(({ points }) => points));
  const most = Math.max(...known.map(({ points }) => points));
  const x = (i: number) => MARGIN + (i / (course.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (points: number) =>
    most === least
      ? HEIGHT / 2
      : HEIGHT - MARGIN - ((points - least) / (most - least)) * (HEIGHT - 2 * MARGIN);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PERIODS.pane}</h2>
      <svg
        className={own.svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={PERIODS.chartAlt(fullName(unit))}
      >
        <polyline
          className={own.line}
          points={known.map(({ points, i }) => `${x(i)},${y(points)}`).join(' ')}
        />
        {known.map(({ points, i }) => (
          <circle key={i} className={own.dot} cx={x(i)} cy={y(points)} r="4" />
        ))}
      </svg>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{PERIODS.period}</th>
            <th scope="col" className="number">
              {PERIODS.points}
            </th>
            <th scope="col" className="number">
              {PERIODS.rank}
            </th>
          </tr>
        </thead>
        <tbody>
          {course.map(({ period, points, rank }) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              <td className="number">
                {typeof points === 'number' ? words.pointsNumber(points) : PERIODS.none}
              </td>
              <td className="number">{rank ?? PERIODS.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
