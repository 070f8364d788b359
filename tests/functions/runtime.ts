/**
 * Excel's side of the worksheet functions: the association and the errors of the real Office.js, the
 * metadata of the standard generator, and calls by that metadata.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { browserGlobals } from '../../src/host/runtime/browser-globals';
import { followRuleSet } from '../../src/functions';
import {
  DEFAULT_READINGS,
  HAU_GIANG_2023,
  type Plan,
  type Readings,
  type ScoreInput,
} from '../../src/rules';

const SOURCE = 'src/functions/functions.ts';

interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly dimensionality?: 'matrix';
}

export interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly dimensionality?: 'matrix' };
    readonly options?: { readonly requiresParameterAddresses?: boolean };
  }[];
}

type Callable = (...args: unknown[]) => Promise<unknown>;

interface Runtime {
  associate(id: string, callable: Callable): void;
  readonly _association: { readonly mappings: Readonly<Record<string, Callable>> };
  readonly Error: new (code: string, message?: string) => { code: string; message: string };
}

/** What Excel says of a call. */
interface Invocation {
  /** None from an Excel without CustomFunctionsRuntime 1.3. */
  readonly parameterAddresses?: readonly (string | null)[];
  readonly isInValuePreview?: boolean;
}

/** An error in a cell, with the message that Excel shows beside it. */
export interface CellError {
  readonly error: string;
  readonly message: string;
}

/** Loads Office.js and associates the functions as the build does. */
export async function startFunctions() {
  const runtime = loadRuntime();
  Object.assign(globalThis, { CustomFunctions: runtime });
  const made = await generateCustomFunctionsMetadata(SOURCE, true);
  const functions = (await import('../../src/functions/functions')) as unknown as Record<
    string,
    Callable
  >;
  for (const { id, functionName } of made.associate) {
    runtime.associate(id, functions[functionName] as Callable);
  }
  const metadata = JSON.parse(made.metadataJson) as Metadata;

  /** Calls a function as Excel does: single values and ranges by its metadata. */
  async function call(id: string, ...args: unknown[]): Promise<unknown> {
    const { parameters } = metadata.functions.find(
      (each) => each.id === id,
    ) as Metadata['functions'][0];
    const least = parameters.filter(({ optional }) => !optional).length;
    if (args.length < least || args.length > parameters.length) throw new Error('arguments');
    const given = parameters.map(({ dimensionality }, i) => {
      const value = args[i] ?? null;
      return dimensionality === 'matrix' && value !== null && !Array.isArray(value)
        ? [[value]]
        : value;
    });
    // Values that were typed into the formula stand nowhere.
    return callWith({ parameterAddresses: parameters.map(() => null) }, id, ...given);
  }

  /** Calls a function as Excel does, all its arguments and what Excel says of the call given. */
  async function callWith(said: Invocation, id: string, ...all: unknown[]): Promise<unknown> {
    const invocation = { functionName: `HG.${id}`, ...said };
    try {
      const callable = runtime._association.mappings[id] as Callable;
      return plain(await callable(...all, invocation));
    } catch (error) {
      return plain(error);
    }
  }

  function plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(plain);
    if (!(value instanceof runtime.Error)) {
      if (value instanceof Error) throw value;
      return value;
    }
    return { error: value.code, message: value.message ?? '' } satisfies CellError;
  }

  return { call, callWith, made, metadata, mappings: runtime._association.mappings };
}

/** The workbook's rule set, with some readings other than the default. */
export function follow(
  readings: Partial<Readings> = {},
  plan: Plan = HAU_GIANG_2023,
  board: Partial<Pick<ScoreInput, 'tieDecisions' | 'declined'>> = {},
): boolean {
  return followRuleSet({
    plan,
    readings: { ...DEFAULT_READINGS, ...readings },
    tieDecisions: [],
    declined: [],
    ...board,
  });
}

/** A column of a range. */
export const down = (...values: readonly unknown[]): unknown[][] => values.map((each) => [each]);

function loadRuntime(): Runtime {
  const globals = browserGlobals({ _richApiNativeBridge: { sendMessageToHost: () => undefined } });
  const context = createContext(globals) as { CustomFunctions: Runtime };
  const run = (file: string) => {
    const path = createRequire(__filename).resolve(`@microsoft/office-js/dist/${file}`);
    new Script(readFileSync(path, 'utf8'), { filename: path }).runInContext(
      context as unknown as ReturnType<typeof createContext>,
    );
  };
  try {
    run('custom-functions-runtime.js');
  } catch (error) {
    // It has the association ready before it looks for its own script element, which isn't here.
    if (!String(error).includes('script library file name')) throw error;
  }
  run('excel-web-16.00.js');
  return context.CustomFunctions;
}
