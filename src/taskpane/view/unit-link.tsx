import { Link } from '@fluentui/react-components';
import { fullName, type Unit } from '../../rules';
import { useActions } from './pane-context';

/** A unit's name that opens its explanation. */
export function UnitLink({ unit }: { readonly unit: Unit }) {
  const { showUnit } = useActions();
  return (
    <Link as="button" inline onClick={() => showUnit(unit.code)}>
      {fullName(unit)}
    </Link>
  );
}
