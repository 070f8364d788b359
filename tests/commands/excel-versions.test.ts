/** docs/excel-versions.md names every call that some Excel lacks, and the set that it came in. */
import { readFileSync } from 'node:fs';
import { COMMANDS } from '../../src/commands/commands';
import { REQUIREMENT_SETS } from '../../src/host/richapi/requirement-sets';
import { undoWrite } from '../../src/workbook';
import { openOffice } from './office';

const page = readFileSync('docs/excel-versions.md', 'utf8');

/** Calls by class and member, with their set, as the table's rows say. */
const told = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => {
      const [, calls = '', set = ''] = line.split('|').map((cell) => cell.trim());
      return [...calls.matchAll(/`(\w+\.\w+)`/g)].map(([, call = '']): [string, string] => [
        call,
        set.replace('ExcelApi ', ''),
      ]);
    }),
);

/** Notes each member that the host is asked for and that came after ExcelApi 1.1. */
function noteMembers(): Map<string, string> {
  const used = new Map<string, string>();
  const sets = REQUIREMENT_SETS as Record<string, Readonly<Record<string, string>>>;
  for (const [name, members] of Object.entries(sets)) {
    sets[name] = new Proxy(members, {
      get(target, member: string) {
        const set = target[member];
        if (set !== undefined) used.set(`${name}.${member}`, set);
        return set;
      },
    });
  }
  return used;
}

test('every call of a run, of its undoing and of the templates is in the table', async () => {
  const used = noteMembers();
  await openOffice();
  await COMMANDS.chamDiem();
  const state = window.hgRun;
  await COMMANDS.chamDiem();
  await COMMANDS.taoBieuMau();
  if (state?.command !== 'chamDiem' || state.state !== 'done' || !state.outcome.undo) {
    throw new Error('the run is not done');
  }
  const { undo } = state.outcome;
  await Excel.run((context) => undoWrite(context, undo));
  expect(used.size).toBeGreaterThan(20);
  const missing = [...used].filter(([call, set]) => told.get(call) !== set);
  expect(missing).toEqual([]);
});
