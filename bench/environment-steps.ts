import type { PhysicsWorld } from '../src/environments/physics.ts';
import { isPhysicsKind, loadDynamics, makeTask, physicsTasks, type PhysicsKind } from '../src/environments/registry.ts';
import { StreamDealer } from '../src/math/random.ts';
import { inTurns } from './timing.ts';

/** Steps between two looks at the clock: more than an episode of any task. */
const STEPS = 1024;

/** Steps of every physics task as an actor takes them: step, observation, end of the episode, reset. */
export async function environmentSteps(): Promise<void> {
  console.log('Environment steps, resets included, random actions (steps/s), and the time of one against cart-pole’s:');
  const kinds = Object.keys(physicsTasks).filter(isKind);
  const works = await Promise.all(kinds.map(async (kind) => [kind, await walk(kind)] as const));
  const timings = inTurns(Object.fromEntries(works) as Record<PhysicsKind, () => void>, 15, 10);
  for (const kind of kinds) {
    const { best, median } = timings[kind];
    const rate = (time: number): string => ((STEPS * 1e9) / time).toFixed(0).padStart(9);
    const ratio = (best / timings['cart-pole'].best).toFixed(1).padStart(7);
    console.log(`  ${kind.padEnd(14)} ${rate(best)}   median ${rate(median)}   ratio ${ratio}`);
  }
}

const isKind = (kind: string): kind is PhysicsKind => isPhysicsKind(kind as PhysicsKind);

/** Goes on from where the last call stood. */
async function walk(kind: PhysicsKind): Promise<() => void> {
  const world = makeTask(kind, {});
  const dynamics = await loadDynamics(kind, {});
  const { uniform } = new StreamDealer(1).next();
  const actions = randomActions(world, uniform);
  const observation = new Float32Array(world.observationSize);
  let state = new Float64Array(world.variables.length);
  let next = state.slice();
  let age = 0;
  dynamics.reset(uniform, state);
  return () => {
    for (const action of actions) {
      dynamics.step(state, action, next);
      world.observe(next, observation, 0);
      [state, next] = [next, state];
      age += 1;
      if (!dynamics.terminated(state) && age < world.horizon) continue;
      dynamics.reset(uniform, state);
      age = 0;
    }
  };
}

/** Drawn beforehand: chance is not what is timed. */
function randomActions({ actions }: PhysicsWorld, uniform: () => number): Float64Array[] {
  return Array.from({ length: STEPS }, () =>
    actions.kind === 'discrete'
      ? Float64Array.of(Math.floor(uniform() * actions.actions.length))
      : Float64Array.from(actions.components, ({ low, high }) => low + uniform() * (high - low)),
  );
}
