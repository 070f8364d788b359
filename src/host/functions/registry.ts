/** What an add-in's metadata says of a custom function, as far as calling it goes. */
export interface CustomFunction {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly optional?: boolean;
    /** `matrix` takes a range as rows of cells; otherwise a single value. */
    readonly dimensionality?: string;
  }[];
  readonly options?: {
    /** The function asks where its arguments stand. */
    readonly requiresParameterAddresses?: boolean;
  };
}

/** What Excel tells a function of a call, beside its arguments. */
export interface Invocation {
  /** The formula's own cell. */
  readonly address: string;
  /** By argument, where the function asks for it; null for one that is no reference. */
  readonly parameterAddresses?: readonly (string | null)[];
}

/**
 * The custom functions of an add-in, handed to the host from outside: it knows none itself. A call
 * that fails throws an object whose `code` is Excel's error.
 */
export interface CustomFunctions {
  readonly namespace: string;
  readonly functions: readonly CustomFunction[];
  call(id: string, args: readonly unknown[], invocation: Invocation): unknown;
}

const EXCEL_ERROR = /^#[A-Z0-9/]+[!?]?$/;

/** The error in Excel's terms; what isn't one of its own is #VALUE!. */
export function errorCode(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && EXCEL_ERROR.test(code) ? code : '#VALUE!';
}

/** Whether a cell of a spilled answer is an error, as a class of Office.js holds one. */
export function isError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value;
}
