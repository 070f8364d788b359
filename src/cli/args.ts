import { parseArgs } from 'node:util';
import { words } from '../words';

/** What the command line asks for. */
export interface Arguments {
  /** The workbook that is scored: a copy of it is written. */
  readonly input: string;
  /** Other files whose tables are read with it. */
  readonly more: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly settings: string | null;
  readonly map: string | null;
  readonly log: string | null;
  readonly period: string | null;
  readonly papers: string | null;
  /** Every combination of readings is compared. */
  readonly readings: boolean;
  readonly check: boolean;
  /** Hold the workbook to its seal: nothing is written. */
  readonly verify: boolean;
}

/** Wrong use: the message says what, the usage how. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined) throw new UsageError(words.CLI.noInput);
  return {
    input,
    more,
    out: values.out ?? null,
    json: values.json ?? null,
    settings: values.settings ?? null,
    map: values.map ?? null,
    log: values.log ?? null,
    period: values.period ?? null,
    papers: values.papers ?? null,
    readings: values.readings ?? false,
    check: values.check ?? false,
    verify: values.verify ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        settings: { type: 'string' },
        map: { type: 'string' },
        log: { type: 'string' },
        period: { type: 'string' },
        papers: { type: 'string' },
        readings: { type: 'boolean' },
        check: { type: 'boolean' },
        verify: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
