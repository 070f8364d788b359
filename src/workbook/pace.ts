/** What a run is doing. */
export type Step = 'reading' | 'readingLog' | 'scoring' | 'writing' | 'restoring';

/** How far a run is: round trips done of those that are known to come. */
export interface Progress {
  readonly step: Step;
  readonly done: number;
  readonly of: number;
}

/** Who hears of a run's progress, and may stop it. */
export interface PaceOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** The user stopped the run: the workbook is as it was before. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}

/** Counts the round trips of a run, tells of each, and stops before the next where the user asks. */
export class Pace {
  #step: Step = 'reading';
  #done = 0;
  #of = 0;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly options: PaceOptions = {},
  ) {}

  /** Begins a step of so many round trips, as far as is known. */
  begin(step: Step, of: number): void {
    this.#step = step;
    this.#done = 0;
    this.#of = of;
    this.#tell();
  }

  /** Lets the page, and Excel, take a breath amid long sums. @throws Cancelled */
  async breathe(): Promise<void> {
    this.#stopIfAsked();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** To be called before each round trip. @throws Cancelled where the user asked to stop. */
  next(): void {
    this.#stopIfAsked();
    this.#done += 1;
    this.#tell();
  }

  #stopIfAsked(): void {
    // What is being put back is put back whole.
    if (this.options.signal?.aborted && this.#step !== 'restoring') throw new Cancelled();
  }

  #tell(): void {
    const of = Math.max(this.#of, this.#done);
    this.options.onProgress?.({ step: this.#step, done: this.#done, of });
  }
}
