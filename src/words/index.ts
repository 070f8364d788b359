/**
 * Everything that users see, by language. Vietnamese is the language of the plan, of the papers and
 * of the screens; a second language is a second object of the same shape.
 */
import * as vi from './vi';

export type Words = typeof vi;
export type { AwardList, ListCell, ListRow, ListSection, Problem } from './vi';
export const words: Words = vi;
