/**
 * The worker's entry: dossier logs are read here, so that the pane stays awake. The same script, under
 * another name, is the worker that inflates for this one.
 */
import { codecWith, serveInflation, type Inflater, type InflaterScope } from './log-inflater';
import type { FromLogWorker, ToLogWorker } from './log-messages';
import { createLogService } from './log-service';

/** What a worker has of the page's own globals. */
interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string };
  postMessage(message: FromLogWorker): void;
  onmessage: ((event: { readonly data: ToLogWorker }) => void) | null;
}

const INFLATER = 'inflater';

const scope = globalThis as unknown as WorkerScope;
if (scope.name === INFLATER) {
  serveInflation(globalThis as unknown as InflaterScope);
} else {
  const startInflater = () =>
    new Worker(scope.location.href, { name: INFLATER }) as unknown as Inflater;
  const serve = createLogService((message) => scope.postMessage(message), codecWith(startInflater));
  scope.onmessage = ({ data }) => serve(data);
}
