export { Calculator } from './calculator';
export type { CustomFunction, CustomFunctions } from './registry';
