import { engineFiles } from '../cli/engine-files.ts';
import { decodeLink } from '../src/config/link.ts';
import { makeTask } from '../src/environments/registry.ts';
import { normals } from '../src/math/normal.ts';
import { StreamDealer } from '../src/math/random.ts';
import { methodOf, methods } from '../src/methods/registry.ts';
import type { Transitions } from '../src/training/experience/minibatch.ts';
import { fitGaussian } from '../src/training/learners/gaussian-fit.ts';
import { drawParticles } from '../src/training/learners/particles.ts';
import { hiddenSizes } from '../src/training/learners/policy.ts';
import { TwinCritics } from '../src/training/learners/twin-critics.ts';
import { prepareBackend } from '../src/training/nets/backend.ts';
import { Network } from '../src/training/nets/network.ts';
import { PlainForward } from '../src/training/nets/plain-forward.ts';
import { inTurns } from './timing.ts';

/** The largest task: what networks cost in the others is less. */
const TASK = 'half-cheetah';
/** The yardstick. */
const YARDSTICK = 'gradient step, 256 rows';

/** What an iteration of networks is made of, at the sizes that ship. */
export async function networks(): Promise<void> {
  await prepareBackend((await engineFiles()).tensorflow);
  const { works, sizes } = parts();
  console.log(`\nParts of an iteration, ${TASK}, policy of ${sizes.join('–')}, and against one ${YARDSTICK}:`);
  const timings = inTurns(works, 25, 5);
  for (const [name, { best, median }] of Object.entries(timings)) {
    const [low, middle] = [best, median].map(shown);
    const ratio = (best / timings[YARDSTICK]!.best).toFixed(3).padStart(7);
    console.log(`  ${name.padEnd(38)} ${low}   median ${middle}   ratio ${ratio}`);
  }
}

const shown = (time: number): string =>
  (time < 1e5 ? `${time.toFixed(0)} ns` : `${(time / 1e6).toFixed(3)} ms`).padStart(9);

function parts(): { works: Record<string, () => void>; sizes: readonly number[] } {
  const { config } = decodeLink(`world=${TASK}`);
  const { training } = config;
  const world = makeTask(TASK, {});
  if (world.actions.kind !== 'box') throw new TypeError(`${TASK} has discrete actions, expected is a box.`);
  const o = world.observationSize;
  const d = world.actions.components.length;
  const hidden = hiddenSizes(training);
  const dealer = new StreamDealer(1);
  const { uniform } = dealer.next();
  const normal = normals(dealer.next());
  const seen = Float32Array.from({ length: 1024 * o }, normal);
  const wanted = Float32Array.from({ length: 256 * 2 * d }, normal);

  const policy = new Network([o, ...hidden, 2 * d], dealer.next(), 0.01);
  const fitted = new Network(policy.layout.sizes, dealer.next(), 0.01);
  fitted.follow(policy.weights);
  const learner = new Network(policy.layout.sizes, dealer.next(), 0.01);
  const plain = new PlainForward(policy.layout);
  const one = new Float64Array(2 * d);
  const gradientStep = (rows: number) => (): void => {
    const output = learner.forward(seen, rows, true);
    const slopes = output.map((y, i) => (y - wanted[i]!) / rows);
    learner.learn(slopes, training.policyRate);
  };

  const critics = new TwinCritics(o, d, hidden, dealer);
  critics.unit = 1;
  const box = (length: number): Float32Array => Float32Array.from({ length }, () => 2 * uniform() - 1);
  const batch: Transitions = {
    count: training.minibatch,
    inputs: seen.slice(0, training.minibatch * o),
    action: box(training.minibatch * d),
    reward: box(training.minibatch),
    nextInputs: seen.slice(training.minibatch * o, 2 * training.minibatch * o),
    discount: new Float32Array(training.minibatch).fill(training.gamma),
  };
  const following = box(training.minibatch * d);
  const learn = (): void => void critics.learn(batch, following, training);
  // critics that have an opinion: advantages of new ones are all but the same
  for (let n = 0; n < 200; n += 1) learn();

  const states = training.minibatch / 4;
  const those = seen.slice(0, states * o);
  const old = policy.forward(those, states);
  const draw = (): ReturnType<typeof drawParticles> =>
    drawParticles({ states, inputs: those, outputs: old }, training.particles, critics, normal);
  const { problem, drawn } = draw();
  const target = new Float64Array(problem.policy.length);
  const known = new Uint8Array(states).fill(1);
  const improvements = config.runs.map((run) => {
    const method = methodOf(run.method);
    const memory = method.open(0, 0);
    const move = (): string => method.step({ problem, known, iteration: 0 }, run, memory, target).note;
    const binding = move() === '' ? 'tight' : 'greedy';
    return [`${methods[run.method].short}, optimum (${binding}) and step`, (): void => void move()] as const;
  });
  improvements[0]![1]();
  const rows = target.slice();
  const penalty = { mean: 1, std: 1 };

  const works = {
    'acting, plain loops, one observation': () => plain.run(policy.weights, seen, 0, one),
    ...Object.fromEntries([32, 256, 1024].map((n) => [`forward, ${n} rows`, () => void policy.forward(seen, n)])),
    'gradient step, 128 rows': gradientStep(128),
    [YARDSTICK]: gradientStep(256),
    [`twin critics, update, ${training.minibatch} rows`]: learn,
    [`particles, drawn and valued, ${states} × ${training.particles}`]: () => void draw(),
    ...Object.fromEntries(improvements),
    [`fit of the Gaussian, ${states} × ${training.particles}`]: () =>
      fitGaussian(fitted, { inputs: those, old, drawn, target: rows }, penalty, training),
  };
  return { works, sizes: policy.layout.sizes };
}
