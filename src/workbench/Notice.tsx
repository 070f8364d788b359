import { words } from './words';

interface Props {
  readonly problem: string | null;
  readonly notice: { readonly text: string; readonly isError: boolean } | null;
  readonly question: string | null;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** What the page has to tell or to ask, above the workbook. */
export function Notice({ problem, notice, question, onYes, onClose }: Props) {
  const text = question ?? problem ?? notice?.text ?? '';
  const isError = question === null && (problem !== null || (notice?.isError ?? false));
  return (
    <section
      role={isError ? 'alert' : 'status'}
      className={text ? (isError ? 'notice error' : 'notice') : undefined}
    >
      {text && <p>{text}</p>}
      {question && (
        <button type="button" onClick={onYes}>
          {words.replaceYes}
        </button>
      )}
      {text && (
        <button type="button" aria-label={question ? undefined : words.dismiss} onClick={onClose}>
          {question ? words.replaceNo : '×'}
        </button>
      )}
    </section>
  );
}
