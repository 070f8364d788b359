import type { CustomFunctions } from '../../src/host';
import type { startFunctions } from './runtime';

/** The functions as the host takes them: metadata and association, nothing of the add-in's code. */
export function forHost({
  metadata,
  mappings,
}: Awaited<ReturnType<typeof startFunctions>>): CustomFunctions {
  return {
    namespace: 'HG',
    functions: metadata.functions,
    call: (id, args) => mappings[id]?.(...args, { functionName: `HG.${id}` }),
  };
}
