import type { CustomFunction, CustomFunctions } from '../host';

/** The namespace that the manifest gives the worksheet functions. */
const NAMESPACE = 'HG';

type Callable = (...args: unknown[]) => unknown;

/** What Office.js keeps of `CustomFunctions.associate`. */
interface Associations {
  readonly CustomFunctions?: {
    readonly _association?: { readonly mappings?: Readonly<Record<string, Callable>> };
  };
}

/** What the page has associated, when it has loaded, with the metadata that is served beside it. */
export async function functionsOfPage(): Promise<CustomFunctions | null> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  const mappings = (window as unknown as Associations).CustomFunctions?._association?.mappings;
  if (!mappings || Object.keys(mappings).length === 0) return null;
  const answer = await fetch('functions.json').catch(() => null);
  if (!answer?.ok) return null;
  const { functions } = (await answer.json()) as { functions: CustomFunction[] };
  return {
    namespace: NAMESPACE,
    functions,
    call: (id, args, invocation) =>
      mappings[id]?.(...args, { ...invocation, functionName: `${NAMESPACE}.${id}` }),
  };
}
