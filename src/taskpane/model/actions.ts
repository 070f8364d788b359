import { LogError, type Papers, type Place, type Readings } from '../../rules';
import { words } from '../../words';
import {
  Cancelled,
  unitAt,
  type ColumnChoice,
  type Decision,
  type Extras,
  type NameChoice,
  type NumberHabit,
  type OtherBook,
  type OurSheet,
  type PaceOptions,
  type Progress,
  type RunOutcome,
  type Settings,
} from '../../workbook';
import { failureText, type Doing } from './failure';
import { readPicked, type PickedFile } from './other-files';
import type { Notice, PanePlace, PaneState } from './state';
import type { Store } from './store';
import type { WorkbookPort } from './workbook-port';

export type Actions = ReturnType<typeof createActions>;

/** How long after "go to cell" a selection counts as our own doing. */
const OWN_SELECTION_MS = 1000;

/** All that can be done in the pane. One thing is done at a time: the workbook has one writer. */
export function createActions(store: Store<PaneState>, port: WorkbookPort) {
  let ownSelectionUntil = 0;
  const say = (tone: Notice['tone'], text: string, places: readonly Place[] = []) =>
    store.set({ notice: { tone, text, places } });

  /** Does one thing; null where it failed, was stopped, or another is at work. */
  async function doing<T>(what: Doing, task: () => Promise<T>, stop = null as (() => void) | null) {
    if (store.get().work) return null;
    store.set({ work: { doing: what, progress: null, stop }, notice: null });
    try {
      return { value: await task() };
    } catch (error) {
      const step = store.get().work?.progress?.step;
      if (error instanceof Cancelled) say('info', words.PANE.stopped);
      else say('error', failureText(error, step ?? what));
      return null;
    } finally {
      store.set({ work: null });
    }
  }

  /** Does one thing that tells how far it is and can be stopped. */
  function paced<T>(what: Doing, task: (pace: PaceOptions) => Promise<T>) {
    const stopping = new AbortController();
    const onProgress = (progress: Progress) => {
      const { work } = store.get();
      if (work) store.set({ work: { ...work, progress } });
    };
    const { signal } = stopping;
    return doing(
      what,
      () => task({ onProgress, signal }),
      () => stopping.abort(),
    );
  }

  async function run(checkOnly: boolean, extras: Extras = {}): Promise<RunOutcome | null> {
    const { others, log } = store.get();
    const done = await paced(checkOnly ? 'checking' : 'scoring', (pace) =>
      port.run({ checkOnly, extras, others, log, ...pace }),
    );
    return done?.value ?? null;
  }

  /** Takes over how a run ended, whoever started it. */
  function took(outcome: RunOutcome): void {
    const { sheets } = store.get();
    const wrote = outcome.undo !== null;
    store.set({
      outcome,
      settings: outcome.settings,
      decisions: outcome.decisions,
      ...(wrote
        ? { undo: outcome.undo, sheets: 'current' }
        : sheets === 'none'
          ? {}
          : { sheets: 'stale' }),
    });
  }

  async function check(): Promise<void> {
    const outcome = await run(true);
    if (!outcome) return;
    took(outcome);
    say(outcome.scored > 0 ? 'success' : 'warning', words.PANE.checked(countsOf(outcome)));
  }

  async function score(): Promise<void> {
    const outcome = await run(false);
    if (outcome) scored(outcome);
  }

  function scored(outcome: RunOutcome): void {
    took(outcome);
    if (outcome.undo === null) {
      store.set({ place: 'data', guide: false });
      say('error', words.PANE.nothingScored);
      return;
    }
    store.set({ place: 'results', guide: false, unit: null });
    say('success', words.PANE.scored(countsOf(outcome), outcome.draft));
  }

  async function goTo(place: Place): Promise<void> {
    ownSelectionUntil = Date.now() + OWN_SELECTION_MS;
    const { notice } = store.get();
    const done = await doing('goingTo', () => port.goTo(place));
    // What was being read stays to be read.
    if (done) store.set({ notice });
  }

  /** Writes the results with a sheet that is only made when it is asked for, and shows that sheet. */
  async function scoreWith(
    extras: Extras,
    sheet: OurSheet,
    told: (outcome: RunOutcome) => string,
  ): Promise<void> {
    const outcome = await run(false, extras);
    if (!outcome) return;
    if (outcome.undo === null) {
      scored(outcome);
      return;
    }
    took(outcome);
    const made = outcome.undo.now.sheets.find(({ kind }) => kind === sheet);
    if (made) await goTo({ sheet: made.sheet, address: 'A1' });
    say('success', told(outcome));
  }

  /** Changes what the workbook keeps and looks again, so that the pane shows what follows from it. */
  async function change(what: Doing, task: () => Promise<void>, told: string): Promise<boolean> {
    const done = await doing(what, task);
    if (!done) return false;
    if (store.get().outcome) {
      const outcome = await run(true);
      if (!outcome) return true;
      took(outcome);
    }
    say('success', store.get().sheets === 'none' ? told : `${told} ${words.PANE.scoreAgain}`);
    return true;
  }

  function saveSettings(edit: (settings: Settings) => Settings, told: string = words.PANE.saved) {
    const settings = edit(store.get().settings);
    const task = async () => {
      await port.saveSettings(settings);
      store.set({ settings });
    };
    return change('saving', task, told);
  }

  async function decided(change: (kept: readonly Decision[]) => readonly Decision[]) {
    await port.changeDecisions(change);
    store.set({ decisions: await port.readDecisions() });
  }

  return {
    check,
    score,
    scored,
    say,
    stop: () => store.get().work?.stop?.(),
    show: (place: PanePlace) => store.set({ place, guide: false, notice: null }),
    showGuide: (guide: boolean) => store.set({ guide }),
    showLevel: (level: string) => store.set({ level, unit: null }),
    showUnit: (unit: string | null) =>
      store.set(unit === null ? { unit } : { unit, place: 'results', guide: false }),
    dismiss: () => store.set({ notice: null }),

    async start(): Promise<void> {
      const done = await doing('reading', async () => ({
        settings: await port.readSettings(),
        decisions: await port.readDecisions(),
      }));
      if (done) store.set(done.value);
    },

    async undo(): Promise<void> {
      const { undo } = store.get();
      if (!undo) return;
      const found = await doing('comparing', () => port.changedSince(undo));
      if (!found) return;
      if (found.value.length > 0) {
        say('warning', words.PANE.changedSince(found.value.length), found.value);
        return;
      }
      if (await doing('restoring', () => port.undo(undo))) {
        store.set({ undo: null, sheets: 'none' });
        say('success', words.PANE.undone);
      }
    },

    goTo,

    compareReadings: () =>
      scoreWith({ readings: true }, 'readings', ({ compared }) =>
        words.COMPARE.told(compared?.combinations ?? 0, compared?.results ?? 0),
      ),

    async makeTemplates(): Promise<void> {
      const done = await doing('templates', () => port.makeTemplates());
      if (done) say('success', words.PANE.madeTemplates(done.value));
    },

    async removeResults(): Promise<void> {
      const done = await doing('removing', () => port.removeResults());
      if (!done) return;
      store.set({ undo: null, sheets: 'none' });
      say('success', words.PANE.removed(done.value));
    },

    async sendCopy(): Promise<void> {
      const done = await doing('copying', () => port.sendCopy());
      if (!done) return;
      const { name, how, formulas } = done.value;
      say('success', words.PANE.sent[how](name, formulas));
    },

    async openSample(): Promise<void> {
      const done = await doing('openingSample', () => port.openSample());
      if (!done) return;
      if (done.value === null) say('error', words.PANE.sampleMissing);
      else say('success', words.PANE.sample[done.value]);
    },

    chooseColumn: (sheet: string, role: string, heading: string | null, file?: string) =>
      saveSettings((kept) => withColumn(kept, { sheet, role, ...inFile(file) }, heading)),

    /** How the numbers of a column are written that are kept as text. */
    chooseNumbers: (
      sheet: string,
      role: string,
      heading: string,
      numbers: NumberHabit,
      file?: string,
    ) =>
      saveSettings((kept) => withColumn(kept, { sheet, role, numbers, ...inFile(file) }, heading)),

    answerDepartments: (departments: Settings['departments']) =>
      saveSettings((kept) => ({ ...kept, departments })),

    choosePeriod: (period: string | null) => saveSettings((kept) => ({ ...kept, period })),

    /** Which unit a name means; null takes what was said back. */
    chooseName: (shown: string, choice: Omit<NameChoice, 'shown'> | null) =>
      saveSettings(({ names, ...rest }) => {
        const others = names.filter((each) => each.shown !== shown);
        return { ...rest, names: choice ? [...others, { shown, ...choice }] : others };
      }),

    /** Reads the tables of files that the user picked, with the workbook's from now on. */
    async addFiles(files: readonly PickedFile[]): Promise<void> {
      const added: OtherBook[] = [];
      const faults: string[] = [];
      const done = await doing('readingFiles', async () => {
        for (const file of files) {
          const read = await readPicked(file);
          if (typeof read === 'string') faults.push(read);
          else added.push(read);
        }
      });
      if (!done) return;
      const names = new Set(added.map(({ name }) => name));
      const kept = store.get().others.filter(({ name }) => !names.has(name));
      store.set({ others: [...kept, ...added] });
      if (added.length > 0) await check();
      if (faults.length > 0) say('error', faults.join(' '));
    },

    /** Reads a dossier log that the user picked; it is used from now on. */
    async chooseLog(file: File): Promise<void> {
      const done = await paced('readingLog', async (pace) => {
        try {
          return await port.readLog(file, file.name, pace);
        } catch (error) {
          if (!(error instanceof LogError)) throw error;
          return words.PANE_DATA.fileFault(file.name, words.logFaultText(error.fault, error.shown));
        }
      });
      if (!done) return;
      if (typeof done.value === 'string') {
        say('error', done.value);
        return;
      }
      store.get().log?.release();
      store.set({ log: done.value });
      await check();
    },

    async removeLog(): Promise<void> {
      store.get().log?.release();
      store.set({ log: null });
      await check();
    },

    async removeFile(name: string): Promise<void> {
      store.set({ others: store.get().others.filter((each) => each.name !== name) });
      await check();
    },

    savePapers: (papers: Partial<Papers>) =>
      saveSettings((settings) => ({ ...settings, papers: { ...settings.papers, ...papers } })),

    answerScope: (totalScope: boolean) => saveSettings((kept) => ({ ...kept, totalScope })),

    switchReadings: (readings: Partial<Readings>) =>
      saveSettings((settings) => ({ ...settings, readings }), words.PANE.switched),

    decide: (decision: Decision) =>
      change('deciding', () => decided((kept) => [...kept, decision]), words.PANE.decided),

    removeDecision: (decision: Decision) =>
      change(
        'deciding',
        () => decided((kept) => kept.filter((each) => !isSame(each, decision))),
        words.PANE.decisionRemoved,
      ),

    /** The board's sheet was changed by hand. */
    decisionsChanged: (decisions: readonly Decision[]) => store.set({ decisions }),

    /** A row was selected in the sheet: whose is it? */
    selected(sheet: string, row: number): void {
      const { outcome, place } = store.get();
      if (!outcome || Date.now() < ownSelectionUntil) return;
      const selected = unitAt(outcome, sheet, row);
      if (selected === store.get().selected) return;
      const follows = selected !== null && place === 'results';
      store.set({ selected, ...(follows ? { unit: selected } : {}) });
    },
  };
}

function isSame(x: Decision, y: Decision): boolean {
  return JSON.stringify(x) === JSON.stringify(y);
}

function inFile(file: string | undefined): { readonly file?: string } {
  return file === undefined ? {} : { file };
}

/** What the user says of a column goes before what was said of it, and of its role, before. */
function withColumn(
  { columns, ...rest }: Settings,
  chosen: Omit<ColumnChoice, 'heading'>,
  heading: string | null,
): Settings {
  const others = columns.filter(
    ({ sheet, file, role, heading: own }) =>
      sheet !== chosen.sheet || file !== chosen.file || (role !== chosen.role && own !== heading),
  );
  return { ...rest, columns: heading === null ? others : [...others, { ...chosen, heading }] };
}

/** What a run found, in numbers. */
export function countsOf({ scored, problems }: RunOutcome) {
  const count = (severity: string) =>
    problems.filter((problem) => problem.severity === severity).length;
  return { scored, errors: count('error'), warnings: count('warning') };
}
