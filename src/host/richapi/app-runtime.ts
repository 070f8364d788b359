import { word } from './arguments';
import { HostClass } from './host-class';

/** `Visible` while the pane is shown; `Background` while the add-in runs without it. */
export type RuntimeState = 'Inactive' | 'Background' | 'Visible';

/** Whether the add-in's pane is shown, and who wants to know. */
export class AppRuntime {
  private current: RuntimeState = 'Visible';
  private readonly listeners = new Set<(state: RuntimeState) => void>();

  get state(): RuntimeState {
    return this.current;
  }

  set state(state: RuntimeState) {
    this.current = state;
    this.listeners.forEach((listener) => listener(state));
  }

  listen(listener: (state: RuntimeState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Behind `Office.addin.showAsTaskpane` and `hide`. */
export const appRuntimeClass = new HostClass<AppRuntime>(() => ({
  name: 'AppRuntimeService',
  methods: {
    getAppRuntimeState: (runtime) => runtime.state,
    setAppRuntimeState: (runtime, args) => {
      runtime.state = word(args[0], ['Inactive', 'Background', 'Visible']) as RuntimeState;
    },
  },
}));
