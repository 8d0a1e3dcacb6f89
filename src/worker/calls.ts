import { unsaid } from '../copy/say.ts';

/**
 * Calls that are in flight to a worker. They all reject when it fails, where Comlink's own would never settle.
 *
 * Nothing is ever hung on a promise that outlives the call, as a race against one promise of failure would: such a promise keeps
 * a reaction, and with it the answer, of every call for as long as it lives itself.
 */
export class Calls {
  readonly #rejecters = new Set<(reason: Error) => void>();
  #failure: Error | null = null;

  /**
   * Waits for an answer, or for the worker's failure.
   * @param silence milliseconds without an answer, or a sign of life, after which the worker is given up
   * @param begin starts the call; it is given what to call at every sign of life
   */
  async wait<T>(silence: number, begin: (alive: () => void) => Promise<T>): Promise<T> {
    if (this.#failure !== null) throw this.#failure;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = (): void =>
      this.fail(new Error(unsaid('The worker has not answered for {seconds} seconds.', { seconds: silence / 1000 })));
    const alive = (): void => {
      clearTimeout(timer);
      // after sleep the timer may ring before an answer that is already there is read: wait once more
      timer = setTimeout(() => (timer = setTimeout(late, 2000)), silence);
    };
    let rejecter: (reason: Error) => void = () => undefined;
    alive();
    try {
      return await new Promise<T>((resolve, reject) => {
        rejecter = reject;
        this.#rejecters.add(reject);
        begin(alive).then(resolve, (reason: unknown) => reject(inWords(reason)));
      });
    } finally {
      this.#rejecters.delete(rejecter);
      clearTimeout(timer);
    }
  }

  /** Rejects what is in flight, and whatever is asked later. */
  fail(reason: Error): void {
    this.#failure ??= reason;
    for (const reject of this.#rejecters) reject(reason);
  }
}

/**
 * Starts a module as a worker. Throws a sentence where there are none, or none may be made.
 * @param address of the module, seen from the page
 */
export function startWorker(address: string): Worker {
  if (typeof Worker === 'undefined') throw new Error('This browser has no workers, in which all training is done.');
  let known = true;
  let worker: Worker;
  try {
    // in the playground that is one file, workers are scripts within it
    if (address.startsWith('blob:')) return new Worker(address);
    if (globalThis.origin === 'null') return startImporter(address);
    known = false;
    // an engine that knows no modules in workers does not read the type
    worker = new Worker(address, {
      get type() {
        known = true;
        return 'module' as const;
      },
    });
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(unsaid('This page may start no worker here: {why}', { why }), { cause: error });
  }
  if (known) return worker;
  worker.terminate();
  throw new Error('This browser is too old: its workers take no modules, as those of 2023 and later do.');
}

/** All that a frame of no origin may start: a script of the page's own making. It imports the module, and hands on what came meanwhile. */
function startImporter(address: string): Worker {
  const script = `const early = [];
const keep = (event) => early.push(event);
addEventListener('message', keep);
import(${JSON.stringify(new URL(address, document.baseURI).href)}).then(
  () => {
    removeEventListener('message', keep);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  },
  (error) => setTimeout(() => { throw error; }),
);`;
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

/** What engines say where memory ends. */
const FULL = /out of memory|allocation (failed|size)|memory\.grow|could not allocate/i;

/** What a worker threw; where memory ended, what helps. */
function inWords(reason: unknown): Error {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  if (!FULL.test(error.message)) return error;
  const why = error.message;
  return new Error(unsaid('There is not enough memory ({why}): fewer columns or a smaller world need less.', { why }));
}

/** Why a worker's error event says it stopped. */
export function failureOf(event: ErrorEvent): Error {
  return inWords(
    event.message ? unsaid('The worker stopped: {why}', { why: event.message }) : 'The worker could not be loaded.',
  );
}
