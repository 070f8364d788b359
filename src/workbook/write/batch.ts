import { BYTES_PER_WRITE } from '../limits';
import type { Pace } from '../pace';

/** Queues calls and sends them when what they carry comes near the payload limit. */
export class Batch {
  #bytes = 0;

  constructor(private readonly pace: Pace) {}

  get context(): Excel.RequestContext {
    return this.pace.context;
  }

  /** Says how much the next call carries; sends what is queued first where it would be too much. */
  async carry(bytes: number): Promise<void> {
    if (this.#bytes > 0 && this.#bytes + bytes > BYTES_PER_WRITE) await this.send();
    this.#bytes += bytes;
  }

  async send(): Promise<void> {
    this.#bytes = 0;
    this.pace.next();
    await this.context.sync();
  }
}
