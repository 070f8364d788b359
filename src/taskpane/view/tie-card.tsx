import { useState } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import type { Plan } from '../../rules';
import { words } from '../../words';
import { decisionOn, type Tie } from '../model/ties';
import { DecidedForm } from './decided-form';
import { useActions } from './pane-context';
import { useStyles } from './styles';

const { PANE_AWARDS } = words;

const useOwnStyles = makeStyles({
  unit: { display: 'flex', alignItems: 'center', gap: '4px' },
  name: { flexGrow: 1, minWidth: 0 },
  move: { minWidth: '32px' },
});

interface TieCardProps {
  readonly plan: Plan;
  readonly tie: Tie;
  readonly title: string;
}

/** Units with equal points, and the form for the board's order. */
export function TieCard({ plan, tie, title }: TieCardProps) {
  const styles = useStyles();
  const { decide } = useActions();
  const codes = tie.group.units.map(({ unit }) => unit.code);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  return (
    <div className={styles.card}>
      <h3 className={styles.subheading}>{title}</h3>
      {order === null ? (
        <>
          <ul className={styles.list}>
            {codes.map((code) => (
              <li key={code}>{words.unitAtHead(plan, code)}</li>
            ))}
          </ul>
          <div>
            <Button onClick={() => setOrder(codes)}>{PANE_AWARDS.enter}</Button>
          </div>
        </>
      ) : (
        <DecidedForm
          onClose={() => setOrder(null)}
          onSave={(decided) => decide({ kind: 'order', decision: decisionOn(tie, order, decided) })}
        >
          <Order plan={plan} order={order} onChange={setOrder} />
        </DecidedForm>
      )}
    </div>
  );
}

interface OrderProps {
  readonly plan: Plan;
  readonly order: readonly string[];
  readonly onChange: (order: readonly string[]) => void;
}

/** The order, with a button to move each unit up or down; the move is said. */
function Order({ plan, order, onChange }: OrderProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const [said, setSaid] = useState('');
  const move = (at: number, by: -1 | 1) => {
    const code = order[at];
    const other = order[at + by];
    if (code === undefined || other === undefined) return;
    onChange(order.map((each, i) => (i === at ? other : i === at + by ? code : each)));
    setSaid(PANE_AWARDS.moved(words.unitName(plan, code), at + by + 1));
  };
  return (
    <fieldset className={styles.plain} style={{ border: 'none' }}>
      <legend className={styles.text}>{PANE_AWARDS.order}</legend>
      <ol className={styles.list}>
        {order.map((code, i) => (
          <li key={code}>
            <span className={own.unit}>
              <span className={own.name}>{words.unitAtHead(plan, code)}</span>
              <Button
                size="small"
                className={own.move}
                disabledFocusable={i === 0}
                aria-label={PANE_AWARDS.up(words.lowerFirst(words.unitName(plan, code)))}
                onClick={() => move(i, -1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                className={own.move}
                disabledFocusable={i === order.length - 1}
                aria-label={PANE_AWARDS.down(words.lowerFirst(words.unitName(plan, code)))}
                onClick={() => move(i, 1)}
              >
                ↓
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <span role="status" className={styles.hidden}>
        {said}
      </span>
    </fieldset>
  );
}
