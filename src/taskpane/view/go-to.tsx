import { Button } from '@fluentui/react-components';
import type { Place } from '../../rules';
import { words } from '../../words';
import { useActions } from './pane-context';

/** "Chuyển đến ô D12": brings the cell into sight in Excel. */
export function GoTo({
  place,
  withSheet = false,
}: {
  readonly place: Place;
  readonly withSheet?: boolean;
}) {
  const { goTo } = useActions();
  const { sheet, address, file } = place;
  // Another file isn't open here: its cell can only be named.
  if (file !== undefined) return <span>{words.PANE_DATA.inOtherFile(address, sheet, file)}</span>;
  return (
    <Button
      size="small"
      onClick={() => void goTo(place)}
      aria-label={words.PANE.goToIn(sheet, address)}
      title={words.PANE.goToIn(sheet, address)}
    >
      {withSheet ? `${sheet}: ${address}` : words.PANE.goToCell(address)}
    </Button>
  );
}
