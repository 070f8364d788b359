import { useRef } from 'react';
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_LOG } = words;

/** "Chọn nhật ký hồ sơ…": the log that tells ties apart, from a file or the workbook's own sheets. */
export function DossierLogFile() {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const { log, outcome, work } = usePaneState();
  const { chooseLog, removeLog } = useActions();
  const busy = work !== null;
  const onSheets = log === null ? (outcome?.log ?? null) : null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_LOG.title}</h2>
      <p className={styles.hint}>{PANE_LOG.hint}</p>
      {onSheets && <p className={styles.text}>{PANE_LOG.onSheets(onSheets.name)}</p>}
      {log && (
        <div className={styles.row}>
          <span className={styles.text}>{PANE_LOG.using(log.name)}</span>
          <Button size="small" disabledFocusable={busy} onClick={() => void removeLog()}>
            {PANE_LOG.remove(log.name)}
          </Button>
        </div>
      )}
      <div>
        <Button disabledFocusable={busy} onClick={() => !busy && picker.current?.click()}>
          {PANE_LOG.choose}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.txt"
          aria-label={PANE_LOG.choose}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file can be picked again once it was mended.
            target.value = '';
            if (file) void chooseLog(file);
          }}
        />
      </div>
    </section>
  );
}
