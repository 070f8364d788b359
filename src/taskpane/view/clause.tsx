import { words } from '../../words';
import { useStyles } from './styles';

/** "điểm b khoản 2 mục III Kế hoạch", beside what follows from it. */
export function Clause({ id }: { readonly id: string | null }) {
  const styles = useStyles();
  if (id === null) return null;
  return (
    <>
      {' '}
      <span className={`${styles.hint} ${styles.clause}`}>({words.clause(id)})</span>
    </>
  );
}
