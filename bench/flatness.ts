import { memory } from '@tensorflow/tfjs-core';
import { engineFiles } from '../cli/engine-files.ts';
import { decodeLink } from '../src/config/link.ts';
import { prepareBackend } from '../src/training/nets/backend.ts';
import { openSession } from '../src/training/open-session.ts';
import { RewindableSession } from '../src/training/rewind.ts';
import { sessionConfig } from '../src/training/session-config.ts';

/**
 * What is still held after thousands of iterations, in a process of its own, where nothing else comes and goes.
 *
 * As small as the settings allow, so that it is quick; a replay buffer that is soon full, since filling it is no leak,
 * and updates enough for the policy to be fitted once an iteration.
 */
const LINKS = {
  'cart-pole': 'world=cart-pole&environments=4&iterationSteps=64&width=16&layers=1&minibatch=64&epochs=1&run=kl',
  pendulum:
    'world=pendulum&learner=replay&environments=4&iterationSteps=64&width=16&layers=1&minibatch=16&updateRatio=0.04&particles=4' +
    '&warmup=100&replay=1000&run=sinkhorn',
  branches:
    'world=pendulum&environments=4&iterationSteps=64&width=16&layers=1&minibatch=16&epochs=1&particles=4&states=16' +
    '&lookAhead=2&run=sinkhorn',
};
const ITERATIONS = 5000;
/** Shares of the way at which a look is taken. */
const LOOKS = [0.1, 0.5, 1];
/** Iterations between two frames. */
const STRIDE = 100;
const MEGABYTE = 1e6;

interface Look {
  readonly tensors: number;
  readonly bytes: number;
  readonly heap: number;
  readonly buffers: number;
}

await prepareBackend((await engineFiles()).tensorflow);
console.log(`\nWhat is held after iterations of small networks, ${ITERATIONS} a task (MB after a collection):`);
const faults: string[] = [];
for (const [task, link] of Object.entries(LINKS)) faults.push(...(await watch(task, link)));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

/** Runs a session to its end; gives a sentence for everything that grew. */
async function watch(task: string, link: string): Promise<string[]> {
  const { config, problems } = decodeLink(link);
  if (problems.length > 0) return problems.map(String);
  const before = memory().numTensors;
  const session = await openSession(sessionConfig(config, 0), () => performance.now(), engineFiles);
  // as the worker has it, checkpoints and all
  const rewindable = new RewindableSession(session);
  const looks: Look[] = [];
  for (const share of LOOKS) {
    while (session.iteration < share * ITERATIONS) rewindable.advance(STRIDE);
    const look = await held();
    looks.push(look);
    const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(2).padStart(6);
    console.log(
      `  ${task.padEnd(10)} ${String(session.iteration).padStart(5)}   ${look.tensors} tensors, ${look.bytes} bytes   ` +
        `heap ${megabytes(look.heap)}   array buffers ${megabytes(look.buffers)}`,
    );
  }
  session.close();
  return grown(task, looks, memory().numTensors - before);
}

function grown(task: string, [first, half, last]: readonly Look[], left: number): string[] {
  const faults: string[] = [];
  if (last!.tensors > first!.tensors || last!.bytes > first!.bytes) {
    faults.push(
      `${task}: ${last!.tensors} tensors of ${last!.bytes} bytes were held at the end; ` +
        `wanted no more than the ${first!.tensors} of ${first!.bytes} bytes at a tenth of the way.`,
    );
  }
  if (left !== 0) faults.push(`${task}: ${left} tensors were left by a closed session, wanted 0.`);
  // typed arrays lie outside the heap, so both count
  for (const [key, name] of [
    ['heap', 'The heap'],
    ['buffers', 'What array buffers hold'],
  ] as const) {
    const most = half![key] * 1.1 + 5 * MEGABYTE;
    if (last![key] <= most) continue;
    const [was, is, wanted] = [half![key], last![key], most].map((bytes) => (bytes / MEGABYTE).toFixed(1));
    faults.push(`${task}: ${name} grew from ${was} MB half-way to ${is} MB, wanted at most ${wanted} MB.`);
  }
  return faults;
}

async function held(): Promise<Look> {
  for (let n = 0; n < 3; n += 1) {
    globalThis.gc?.();
    // array buffers are given back a moment after their owners
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { numTensors, numBytes } = memory();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { tensors: numTensors, bytes: numBytes, heap: heapUsed, buffers: arrayBuffers };
}
