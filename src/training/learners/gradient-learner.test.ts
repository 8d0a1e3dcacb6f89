import { beforeAll, describe, expect, it } from 'vitest';
import { StreamDealer } from '../../math/random.ts';
import { RewindableSession } from '../rewind.ts';
import { seek } from '../testing-rewind.ts';
import { behaviourIn, collect, type Batch } from '../experience/batch.ts';
import { Normaliser } from '../experience/normaliser.ts';
import { VectorEnv } from '../experience/vector-env.ts';
import { makeTask, loadDynamics } from '../../environments/registry.ts';
import { fisherProduct } from '../../methods/gradient/natural-step.ts';
import { Network } from '../nets/network.ts';
import { PlainForward } from '../nets/plain-forward.ts';
import { measureAt, openedSession, prepareTestBackend } from '../nets/testing-backend.ts';

const SMALL = 'width=16&iterationSteps=256&environments=8&minibatch=64&play=0';
const LINKS = ['cart-pole', 'pendulum'].map((world) => `world=${world}&${SMALL}&run=trpo&run=ppo&run=a2c`);

beforeAll(prepareTestBackend);

describe.each(LINKS)('baselines with networks: %s', (link) => {
  it.each([0, 1, 2])(
    'give the same bits however iterations are grouped, and on the way back (column %i)',
    async (column) => {
      const [one, other] = [await openedSession(link, column), await openedSession(link, column)];
      for (let k = 0; k < 4; k += 1) one.advance(1);
      other.advance(4);
      expect(other.digest()).toBe(one.digest());
      one.close();
      const rewindable = new RewindableSession(other);
      const there = other.digest();
      rewindable.advance(2);
      seek(rewindable, 4);
      expect(other.digest()).toBe(there);
      other.close();
    },
  );

  it.each([0, 1, 2])('show what they did (column %i)', async (column) => {
    const session = await openedSession(link, column);
    const frame = session.advance(2);
    for (const measure of ['kl', 'wasserstein', 'sinkhorn', 'entropy', 'criticLoss'] as const)
      expect(Number.isFinite(measureAt(frame, measure)), measure).toBe(true);
    expect(measureAt(frame, 'kl')).toBeGreaterThan(0);
    expect(measureAt(frame, 'fitError')).toBeNaN();
    expect(frame.point).not.toBeNull();
    if (frame.kind === 'continuous') {
      const { particles } = frame;
      const n = particles!.target.length;
      expect(particles!.target.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
      for (let j = 0; j < n; j += 1) {
        let left = 0;
        for (let i = 0; i < n; i += 1) left += particles!.plan[i * n + j]!;
        expect(left).toBeCloseTo(1 / n, 12);
      }
    }
    session.close();
  });

  it('TRPO stays inside its KL bound, and spends some of it', async () => {
    const session = await openedSession(link, 0);
    let most = 0;
    for (let k = 0; k < 6; k += 1) {
      const frame = session.advance(1);
      expect(measureAt(frame, 'spent')).toBeLessThanOrEqual(measureAt(frame, 'radius'));
      most = Math.max(most, measureAt(frame, 'spent'));
    }
    expect(most).toBeGreaterThan(0.001);
    session.close();
  });
});

it('the Fisher product is symmetric, positive, and what the divergence curves by', async () => {
  const world = makeTask('cart-pole', {});
  const dynamics = await loadDynamics('cart-pole', {});
  const dealer = new StreamDealer(5);
  const network = new Network([world.observationSize, 8, 2], dealer.next(), 1);
  const behaviour = behaviourIn(world);
  const { uniform } = dealer.next();
  const env = new VectorEnv(world, dynamics, 4, uniform);
  const normaliser = new Normaliser(world.observationSize);
  const plain = new PlainForward(network.layout);
  const actor = { plain, weights: network.weights, normaliser, behaviour };
  const batch: Batch = collect(env, actor, 64, { uniform, normal: () => NaN });
  const product = fisherProduct(network, { head: behaviour.head, ...batch });
  const [v, w] = [0, 1].map(() => Float32Array.from({ length: network.layout.length }, () => uniform() - 0.5));
  const inner = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  expect(inner(w!, product(v!))).toBeCloseTo(inner(v!, product(w!)), 3);
  expect(inner(v!, product(v!))).toBeGreaterThan(0);

  const h = 1e-2;
  const rows = network.forward(batch.inputs, 64).slice();
  const weights = network.weights.slice();
  const curve = [h, -h].map((by) => {
    network.follow(weights.map((x, i) => x + by * v![i]!));
    const now = network.forward(batch.inputs, 64);
    let sum = 0;
    for (let k = 0; k < 64; k += 1) sum += behaviour.head.divergence(rows, now, 2 * k) / 64;
    return sum;
  });
  network.follow(weights);
  const damped = inner(v!, product(v!)) - 0.1 * inner(v!, v!);
  const measured = (curve[0]! + curve[1]!) / (h * h);
  expect(Math.abs(measured - damped) / damped).toBeLessThan(0.05);
});
