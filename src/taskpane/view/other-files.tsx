import { useRef } from 'react';
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_DATA } = words;

/** "Lấy số liệu từ tệp khác…": files whose tables are read with the workbook's. */
export function OtherFiles() {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const { others, work } = usePaneState();
  const { addFiles, removeFile } = useActions();
  const busy = work !== null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_DATA.otherFiles}</h2>
      <p className={styles.hint}>{PANE_DATA.otherFilesHint}</p>
      {others.length > 0 && (
        <ul className={styles.plain}>
          {others.map(({ name, grids }) => (
            <li key={name} className={styles.row}>
              <span className={styles.text}>{PANE_DATA.fileIn(name, grids.length)}</span>
              <Button size="small" disabledFocusable={busy} onClick={() => void removeFile(name)}>
                {PANE_DATA.removeFile(name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button disabledFocusable={busy} onClick={() => !busy && picker.current?.click()}>
          {PANE_DATA.addFiles}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept=".xlsx,.xlsm,.csv,.txt,.xls"
          aria-label={PANE_DATA.addFiles}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // The same file can be picked again once it was mended.
            target.value = '';
            if (files.length > 0) void addFiles(files);
          }}
        />
      </div>
    </section>
  );
}
