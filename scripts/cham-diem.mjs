/** `npm run cham-diem -- INPUT.xlsx …`: the headless run, built first where need be. */
import { spawnSync } from 'node:child_process';
import { flags, headless } from './build-headless.mjs';

const program = await headless();
const { status } = spawnSync(process.execPath, [...flags, program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Paths on the command line count from where the user typed them.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exitCode = status ?? 3;
