import { Fragment } from 'react';
import { Badge, Field, makeStyles, Select } from '@fluentui/react-components';
import type { ColumnRole } from '../../rules';
import { words } from '../../words';
import type { FoundTableInfo, NumberHabit, RunOutcome } from '../../workbook';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_DATA } = words;
const OPTIONAL = new Set(['group', 'accounts']);

const useOwnStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '6px 0 10px' },
  badge: { marginLeft: '6px' },
});

/** Each found table with what its columns were taken for, and the means to correct it. */
export function Columns({ outcome }: { readonly outcome: RunOutcome }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.hint}>{PANE_DATA.columnsHint}</p>
      {outcome.tables.map((table) => (
        <Table key={`${table.file ?? ''}${table.sheet}!${table.head}`} table={table} />
      ))}
    </>
  );
}

function Table({ table }: { readonly table: FoundTableInfo }) {
  const styles = useStyles();
  const own = useOwnStyles();
  const found = table.columns.filter(({ role }) => role !== 'unit');
  const missing = table.missing.filter((role) => role !== 'unit');
  const needed = missing.filter((role) => !OPTIONAL.has(role));
  const needs =
    needed.length > 0 ||
    table.columns.some(({ sure, chosen, unclear }) => (!sure && !chosen) || unclear);
  const title = PANE_DATA.table(table.sheet, table.rows, table.file);
  return (
    <details open={needs}>
      <summary className={styles.summary}>
        {title}
        <Badge className={own.badge} appearance="tint" color={needs ? 'warning' : 'success'}>
          {needs ? PANE_DATA.tableNeeds : PANE_DATA.allSure}
        </Badge>
      </summary>
      {/* Tables have columns of the same names: the group says whose. */}
      <div className={own.fields} role="group" aria-label={title}>
        {['unit', ...found.map(({ role }) => role), ...missing].map((role) => (
          <Fragment key={role}>
            <Column table={table} role={role} />
            <Numbers table={table} role={role} />
          </Fragment>
        ))}
      </div>
    </details>
  );
}

function Column({ table, role }: { readonly table: FoundTableInfo; readonly role: string }) {
  const { chooseColumn } = useActions();
  const { work } = usePaneState();
  const column = table.columns.find((each) => each.role === role);
  const [state, hint] = column
    ? column.chosen
      ? (['success', PANE_DATA.chosen] as const)
      : column.sure
        ? (['success', PANE_DATA.sure] as const)
        : (['warning', PANE_DATA.unsure] as const)
    : OPTIONAL.has(role)
      ? (['none', PANE_DATA.optional] as const)
      : (['error', PANE_DATA.missing] as const);
  return (
    <Field label={words.columnName(roleOf(role))} validationState={state} validationMessage={hint}>
      <Select
        value={column?.heading ?? ''}
        disabled={work !== null}
        onChange={(_, { value }) =>
          void chooseColumn(table.sheet, role, value === '' ? null : value, table.file ?? undefined)
        }
      >
        <option value="">{column ? PANE_DATA.reset : PANE_DATA.automatic}</option>
        {headingsOf(table).map(({ heading, address }) => (
          <option key={address} value={heading}>
            {`${address.replace(/\d+$/, '')}: ${heading}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** How the texts of a column are read as numbers: where that was asked, or answered. */
function Numbers({ table, role }: { readonly table: FoundTableInfo; readonly role: string }) {
  const { chooseNumbers } = useActions();
  const { work } = usePaneState();
  const column = table.columns.find((each) => each.role === role);
  if (!column || (!column.unclear && !column.numbers)) return null;
  const { unclear, numbers, heading } = column;
  return (
    <Field
      label={`${words.columnName(roleOf(role))}: ${PANE_DATA.numbersQuestion}`}
      validationState={unclear ? 'error' : 'success'}
      validationMessage={
        unclear ? PANE_DATA.numbersWhy(unclear.shown, unclear.candidates) : PANE_DATA.chosen
      }
    >
      <Select
        value={numbers ?? ''}
        disabled={work !== null}
        onChange={(_, { value }) => {
          if (value === '') return;
          const habit = value as NumberHabit;
          void chooseNumbers(table.sheet, role, heading, habit, table.file ?? undefined);
        }}
      >
        {numbers === null && <option value="">{PANE_DATA.automatic}</option>}
        {(['vi', 'en'] as const).map((habit) => (
          <option key={habit} value={habit}>
            {PANE_DATA.numbersHabits[habit]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Headings that can be chosen; of two alike the first stands for both. */
function headingsOf({ headings }: FoundTableInfo): FoundTableInfo['headings'] {
  return headings.filter(
    ({ heading }, i) => headings.findIndex((each) => each.heading === heading) === i,
  );
}

/** "dvc.b" as a role. */
function roleOf(key: string): ColumnRole {
  const [criterion, figure] = key.split('.');
  return figure === undefined
    ? { criterion: null, figure: key as ColumnRole['figure'] }
    : { criterion: criterion ?? null, figure: figure as ColumnRole['figure'] };
}
