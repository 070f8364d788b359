type Handle = ReturnType<typeof setTimeout>;
type Job = (...given: unknown[]) => void;

/** Timers, and the way to stop all that still run. */
export interface Timers {
  readonly globals: Record<string, unknown>;
  /** How many haven't run yet. */
  readonly running: number;
  stop(): void;
}

/**
 * Timers for one runtime: what fails while it cleans up it tries again seconds later, when nobody is
 * there any more. Once stopped, none begins.
 */
export function ownTimers(): Timers {
  const running = new Set<Handle>();
  let isStopped = false;
  const begin = (start: () => Handle): Handle | null => {
    if (isStopped) return null;
    const handle = start();
    running.add(handle);
    return handle;
  };
  const clear = (handle: Handle): void => {
    running.delete(handle);
    clearTimeout(handle);
  };
  return {
    globals: {
      setTimeout: (job: Job, delay?: number, ...given: unknown[]) =>
        begin(() => {
          const handle = setTimeout(() => {
            running.delete(handle);
            job(...given);
          }, delay);
          return handle;
        }),
      setInterval: (job: Job, delay?: number, ...given: unknown[]) =>
        begin(() => setInterval(job, delay, ...given)),
      clearTimeout: clear,
      clearInterval: clear,
    },
    get running() {
      return running.size;
    },
    stop: () => {
      isStopped = true;
      for (const handle of running) clear(handle);
    },
  };
}
