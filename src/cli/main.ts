import { chamDiem } from './cham-diem';
import { words } from '../words';

chamDiem(process.argv.slice(2), {
  print: (text) => console.log(text),
  printProblem: (text) => console.error(text),
  now: new Date(),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(
      words.CLI.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    process.exitCode = 3;
  },
);
