/** A store of one value: plain functions that know no framework. */
export interface Store<S> {
  get(): S;
  /** Lays some fields over the state and tells the listeners. */
  set(change: Partial<S>): void;
  subscribe(listener: () => void): () => void;
}

/** @example const store = createStore({ n: 0 }); store.set({ n: 1 }); store.get().n // 1 */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
