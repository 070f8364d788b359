import { useState } from 'react';
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { fullName, type LevelResult } from '../../rules';
import { words } from '../../words';
import type { RunOutcome } from '../../workbook';
import { findUnits } from '../model/search';
import { Changes } from './changes';
import { Chart } from './chart';
import { Empty } from './empty';
import { Explanation } from './explanation';
import { useActions, usePaneState } from './pane-context';
import { Ranking } from './ranking';
import { useStyles } from './styles';

const { PANE_RESULTS } = words;

/** "Kết quả": a ranking, or one unit's explanation. */
export default function ResultsPlace() {
  const { outcome, unit, level } = usePaneState();
  if (!outcome) return <Empty />;
  const levels = Object.values(outcome.result.levels);
  const shown = levels.find((each) => each.level.id === level) ?? levels[0];
  const explained = levels.flatMap(({ units }) => units).find((each) => each.unit.code === unit);
  if (explained) return <Explanation key={unit} outcome={outcome} unit={explained} />;
  return shown ? <Level key={shown.level.id} outcome={outcome} shown={shown} /> : null;
}

interface LevelProps {
  readonly outcome: RunOutcome;
  readonly shown: LevelResult;
}

function Level({ outcome, shown }: LevelProps) {
  const styles = useStyles();
  const { showLevel } = useActions();
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const { plan, levels } = outcome.result;
  const found = findUnits(shown.units, typed, group);
  const counted = (...statuses: readonly string[]) =>
    shown.units.filter(({ status }) => statuses.includes(status)).length;
  const groups = plan.units.filter(({ code }) =>
    shown.units.some(({ unit }) => unit.parent === code),
  );
  return (
    <div className={styles.stack}>
      <div className={styles.row} role="group" aria-label={PANE_RESULTS.levels}>
        {Object.values(levels).map(({ level }) => (
          <Button
            key={level.id}
            size="small"
            appearance={level.id === shown.level.id ? 'primary' : 'secondary'}
            aria-pressed={level.id === shown.level.id}
            onClick={() => showLevel(level.id)}
          >
            {words.upperFirst(level.name)}
          </Button>
        ))}
      </div>
      <p className={styles.text}>
        {PANE_RESULTS.counts(counted('ranked'), counted('gated'), shown.unscored)}
      </p>
      {shown.unscored > 0 && <p className={styles.hint}>{PANE_RESULTS.provisional}</p>}
      {groups.length === 0 && <Chart plan={plan} shown={shown} />}
      {groups.length > 0 && (
        <>
          <Field label={PANE_RESULTS.search}>
            <Input
              type="search"
              value={typed}
              placeholder={PANE_RESULTS.searchHint}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
          <Field label={PANE_RESULTS.district}>
            <Select
              value={group ?? ''}
              onChange={(_, { value }) => setGroup(value === '' ? null : value)}
            >
              <option value="">{PANE_RESULTS.allDistricts}</option>
              {groups.map((each) => (
                <option key={each.code} value={each.code}>
                  {fullName(each)}
                </option>
              ))}
            </Select>
          </Field>
          <div className={styles.row}>
            <span role="status" className={styles.hint}>
              {PANE_RESULTS.shown(found.length)}
            </span>
            {(typed !== '' || group !== null) && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setTyped('');
                  setGroup(null);
                }}
              >
                {PANE_RESULTS.clear}
              </Button>
            )}
          </div>
        </>
      )}
      <Ranking plan={plan} level={shown.level} units={found} />
      <Changes outcome={outcome} />
    </div>
  );
}
