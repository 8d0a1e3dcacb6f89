import { expose } from 'comlink';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { TrainingClient } from './client.ts';

const config = sessionConfig(decodeLink('world=chain&run=kl').config, 0);

/** A worker in this very thread: what the client asks of it goes through a channel, as messages, and comes back copied. */
class ThreadlessWorker extends EventTarget {
  static last: ThreadlessWorker;
  readonly type: WorkerType | undefined;
  readonly #here: MessagePort;
  readonly #there: MessagePort;

  constructor(_address: string, options: WorkerOptions) {
    super();
    // as an engine does that takes modules
    this.type = options.type;
    const { port1, port2 } = new MessageChannel();
    this.#here = port1;
    this.#there = port2;
    const session = new TableSession(config, () => 0);
    expose(
      {
        open: () => ({ frame: session.frame(), optimum: null, valueDomain: null }),
        advance: (count: number) => session.advance(count),
        place: () => new Promise(() => undefined),
      },
      port2,
    );
    port1.start();
    ThreadlessWorker.last = this;
  }

  override addEventListener(type: string, listener: EventListener): void {
    if (type === 'message') this.#here.addEventListener('message', listener);
    else super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: EventListener): void {
    if (type === 'message') this.#here.removeEventListener('message', listener);
    else super.removeEventListener(type, listener);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#here.postMessage(message, transfer);
  }

  terminate(): void {
    this.#here.close();
    this.#there.close();
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open(): TrainingClient {
  vi.stubGlobal('Worker', ThreadlessWorker);
  return new TrainingClient();
}

/** Lets go of everything that nothing holds. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
  }
}

test('five thousand advances leave no frame alive but the last', async () => {
  const client = open();
  const frames: WeakRef<object>[] = [];
  const advance = async (): Promise<void> => {
    for (let n = 0; n < 5000; n += 1) frames.push(new WeakRef(await client.advance(1)));
  };
  await advance();
  await collectGarbage();
  expect(frames.filter((frame) => frame.deref() !== undefined).length).toBeLessThan(10);
  client.close();
});

test('calls in flight reject when the worker stops, and so do later ones', async () => {
  const client = open();
  const placing = client.place(3);
  const advancing = client.place(4);
  ThreadlessWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  const sentence =
    'There is not enough memory (The worker stopped: out of memory): fewer columns or a smaller world need less.';
  await expect(placing).rejects.toThrow(sentence);
  await expect(advancing).rejects.toThrow(sentence);
  await expect(client.advance(1)).rejects.toThrow(sentence);
  client.close();
});

test('a worker that does not answer is given up after some time, and closing it ends what waits', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const client = open();
  const placing = client.place(3);
  const why = placing.catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(17_100);
  expect(await why).toBe('The worker has not answered for 15 seconds.');
  client.close();
  const other = open();
  const waiting = other.place(3);
  other.close();
  await expect(waiting).rejects.toThrow('The column was closed.');
});

test('an engine whose workers take no modules does not read that this is one, and is told so', () => {
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    class {
      terminate(): void {
        ended += 1;
      }
    },
  );
  expect(() => new TrainingClient()).toThrow('This browser is too old: its workers take no modules');
  expect(ended).toBe(1);
  open().close();
  expect(ThreadlessWorker.last.type).toBe('module');
});
