/** The worker's entry: dossier logs are read here, so that the pane stays awake. */
import type { FromLogWorker, ToLogWorker } from './log-messages';
import { createLogService } from './log-service';

/** What a worker has of the page's own globals. */
interface WorkerScope {
  postMessage(message: FromLogWorker): void;
  onmessage: ((event: { readonly data: ToLogWorker }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const serve = createLogService((message) => scope.postMessage(message));
scope.onmessage = ({ data }) => serve(data);
