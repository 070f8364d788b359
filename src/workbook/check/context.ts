import { COMPARED_DECIMALS, type Readings } from '../../rules';
import type { Block } from './block';
import type { Source, Sources } from './source';

/** Addresses of the cells that hold the plan's numbers. */
export interface Parameters {
  full(level: string, criterion: string): string;
  threshold(level: string, criterion: string): string;
  gate(level: string): string;
  readonly tolerance: string;
}

/** What the formulas of a row need to know beside its unit. */
export interface CheckContext {
  readonly readings: Readings;
  readonly sources: Sources;
  readonly parameters: Parameters;
  readonly block: Block;
  /** The table of another level. */
  readonly other: (level: string) => Block | null;
}

/** Puts a figure into a column of a row. */
export type Put = (id: string, source: Source) => void;

export const formula = (text: string): Source => ({ from: 'cells', formula: text });

/** A ratio that can be held to a bound: doubles are noise beyond ten decimals. */
export function compared(cell: string): string {
  return `ROUND(${cell},${COMPARED_DECIMALS})`;
}
