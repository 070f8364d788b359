import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PartLostError, WorkbookHost, type WorkbookFile } from '../host';
import { startExcel } from '../host/node';
import type { Plan, ReadLog, SheetsLog } from '../rules';
import { words } from '../words';
import {
  completeSettings,
  isUnchanged,
  runScoring,
  WriteFailed,
  type OtherBook,
  type RunOutcome,
  type Settings,
} from '../workbook';
import { readArguments, UsageError, type Arguments } from './args';
import { isMap, isSettings } from './given';
import { namesOf, openInput, readOther, UnreadableInput, type Input } from './inputs';
import { resultJson } from './json';
import { readLogFile, UnreadableLog } from './log-file';
import { defaultOutput, freeFolder, isSameFile } from './paths';
import { comparedLine, problemLine, shortReport } from './report';
import { verificationReport } from './verification';

/** Exit statuses that others rely on. */
export const EXIT = {
  scored: 0,
  nothingScored: 1,
  wrongUse: 2,
  unreadable: 3,
  changed: 4,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Where the run prints, and what time it is. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly printProblem: (text: string) => void;
  readonly now: Date;
  /** Another plan than that of 2023; the bench has its own unit list. */
  readonly plan?: Plan;
}

/** An end of the run with nothing more to say than this. */
class Stop extends Error {
  constructor(
    readonly status: ExitStatus,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The headless run: scores a workbook as the button in Excel does, by the same modules through the
 * same Office.js calls. Results go to `print`, problems to `printProblem`.
 * @param argv the words after the command
 * @returns the exit status
 */
export async function chamDiem(argv: readonly string[], around: Surroundings): Promise<ExitStatus> {
  try {
    return await run(readArguments(argv), around);
  } catch (error) {
    if (error instanceof UsageError) {
      around.printProblem(`${error.message}\n\n${words.CLI.usage}`);
      return EXIT.wrongUse;
    }
    if (error instanceof Stop) {
      around.printProblem(error.message);
      return error.status;
    }
    throw error;
  }
}

async function run(
  args: Arguments,
  { print, printProblem, now, plan }: Surroundings,
): Promise<ExitStatus> {
  for (const made of [args.out, args.json]) {
    for (const given of [args.input, ...args.more, args.log]) {
      if (made !== null && given !== null && isSameFile(made, given)) {
        throw new UsageError(words.CLI.outIsInput(given));
      }
    }
  }
  const inputs = [args.input, ...args.more];
  inputs.forEach((path, i) => {
    const isTwice = inputs.slice(0, i).some((before) => isSameFile(before, path));
    if (isTwice) throw new UsageError(words.CLI.sameInput(path));
  });
  if (args.out !== null && args.json !== null && isSameFile(args.out, args.json)) {
    throw new UsageError(words.CLI.outIsJson(args.out));
  }
  const settings = givenSettings(args);
  const { file, log: onSheets } = await open(args.input);
  const log = args.log === null ? null : await readLogged(args.log);
  const names = namesOf(args.more);
  const others: OtherBook[] = [];
  for (const [i, path] of args.more.entries()) {
    others.push(await readable(readOther(path, names[i] as string, read(path, EXIT.unreadable))));
  }
  const outcome = await scoreIn(file, args, { settings, log, onSheets, others, now, plan });
  const { result, problems } = outcome;

  for (const problem of problems) {
    if (problem.severity !== 'info') {
      const at = names.indexOf(problem.places[0]?.file ?? '');
      printProblem(problemLine(result, args.more[at] ?? args.input, problem));
    }
  }
  if (args.json !== null) {
    write(args.json, `${JSON.stringify(resultJson(outcome, args.verify), null, 2)}\n`);
  }
  if (args.verify) {
    print(verificationReport(result.plan, outcome.verification));
    if (args.json !== null) print(words.CLI.wroteJson(args.json));
    return isUnchanged(outcome.verification) ? EXIT.scored : EXIT.changed;
  }
  if (outcome.scored === 0) {
    printProblem(words.CLI.nothingScored);
    return EXIT.nothingScored;
  }
  print(shortReport(result, problems, outcome.draft));
  if (outcome.compared) print(comparedLine(outcome.compared));
  if (args.check) {
    print(words.CLI.checked);
  } else {
    const out = args.out ?? defaultOutput(args.input, file.kind);
    write(out, await save(file, args.input, now));
    print(words.CLI.wrote(out));
  }
  if (args.json !== null) print(words.CLI.wroteJson(args.json));
  if (args.papers !== null) await writePapers(args.papers, outcome, { print, now });
  return EXIT.scored;
}

/** The library behind the papers is loaded only where it is needed. */
async function writePapers(
  wanted: string,
  { result, settings, decisions, draft }: RunOutcome,
  { print, now }: Pick<Surroundings, 'print' | 'now'>,
): Promise<void> {
  const { makePapers } = await import(/* webpackMode: "eager" */ '../documents');
  const papers = await makePapers({ result, papers: settings.papers, decisions, draft, now });
  const folder = freeFolder(
    wanted,
    papers.map(({ file }) => file),
  );
  makeFolder(folder);
  for (const { file, bytes } of papers) write(join(folder, file), bytes);
  print(words.CLI.wrotePapers(papers.length, folder));
}

async function scoreIn(
  file: WorkbookFile,
  args: Arguments,
  given: {
    readonly settings: (kept: Settings) => Settings;
    readonly log: ReadLog | null;
    readonly onSheets: SheetsLog | null;
    readonly others: readonly OtherBook[];
    readonly now: Date;
    readonly plan: Plan | undefined;
  },
): Promise<RunOutcome> {
  const { plan, onSheets, ...options } = given;
  const excel = await startExcel(new WorkbookHost(file, { name: args.input }));
  try {
    return await excel.run((context) =>
      runScoring(context, {
        ...options,
        logOffFile: () => Promise.resolve(onSheets),
        ...(plan ? { plan } : {}),
        checkOnly: args.check || args.verify,
        extras: { readings: args.readings, ...(args.cards ? { cards: 'all' } : {}) },
        abilities: {
          pageLayout: true,
          mergedAreas: true,
          dataValidation: true,
          charts: false,
          rangePlaces: true,
          cellProperties: true,
        },
      }),
    );
  } catch (error) {
    if (error instanceof WriteFailed) {
      throw new Stop(EXIT.nothingScored, `${args.input}: ${words.CLI.writeFailed(error.lost)}`);
    }
    throw error;
  } finally {
    excel.dispose();
  }
}

/** What `--settings`, `--map` and `--period` say goes before what the workbook keeps. */
function givenSettings(args: Arguments): (kept: Settings) => Settings {
  const given = args.settings === null ? null : readJson(args.settings, isSettings);
  const map = args.map === null ? {} : readJson(args.map, isMap);
  const answers = Array.isArray(map) ? { columns: map } : map;
  const period = args.period === null ? {} : { period: args.period };
  return (kept) => {
    const base = given === null ? kept : completeSettings(given);
    return { ...base, ...answers, ...period };
  };
}

async function readLogged(path: string): Promise<ReadLog> {
  try {
    return await readLogFile(path);
  } catch (error) {
    if (error instanceof UnreadableLog) throw new Stop(EXIT.unreadable, error.message);
    throw error;
  }
}

function open(path: string): Promise<Input> {
  return readable(openInput(path, read(path, EXIT.unreadable)));
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableInput) throw new Stop(EXIT.unreadable, error.message);
    throw error;
  }
}

async function save(file: WorkbookFile, input: string, now: Date): Promise<Uint8Array> {
  try {
    return await file.save(now);
  } catch (error) {
    if (error instanceof PartLostError) {
      throw new Stop(EXIT.unreadable, `${input}: ${words.CLI.partLost(error.parts)}`);
    }
    throw error;
  }
}

function read(path: string, status: ExitStatus): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Stop(status, words.CLI.notFound(path));
  }
}

function readJson<T>(path: string, isRight: (json: unknown) => json is T): T {
  const text = new TextDecoder().decode(read(path, EXIT.wrongUse));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Stop(EXIT.wrongUse, words.CLI.badJson(path));
  }
  if (!isRight(json)) throw new Stop(EXIT.wrongUse, words.CLI.otherJson(path));
  return json;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new Stop(EXIT.wrongUse, words.CLI.cannotMakeFolder(path));
  }
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch {
    throw new Stop(EXIT.wrongUse, words.CLI.cannotWrite(path));
  }
}
