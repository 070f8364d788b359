import { abilitiesOfExcel, makeTemplates, runScoring, type CommandId } from '../workbook';
import { runCommand } from './command';

/** The ribbon's commands by the ids that the manifest gives them. */
export const COMMANDS: Readonly<Record<CommandId, () => Promise<void>>> = {
  /** One click: finds the tables, checks, scores, writes, and says what happened. */
  chamDiem: () =>
    runCommand('chamDiem', async (context, pace) => ({
      command: 'chamDiem',
      state: 'done',
      outcome: await runScoring(context, {
        ...pace,
        now: new Date(),
        abilities: abilitiesOfExcel(),
      }),
    })),

  /** New sheets to type figures into, with the plan's units filled in. */
  taoBieuMau: () =>
    runCommand('taoBieuMau', async (context) => ({
      command: 'taoBieuMau',
      state: 'done',
      sheets: await makeTemplates(context, abilitiesOfExcel()),
    })),
};
