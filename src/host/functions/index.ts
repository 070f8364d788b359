export { Calculator } from './calculator';
export type { BlankArguments } from './calculator';
export type { CustomFunction, CustomFunctions, Invocation } from './registry';
