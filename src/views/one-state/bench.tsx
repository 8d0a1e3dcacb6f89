import { useState } from 'react';
import { say } from '../../copy/say.ts';
import { FEWEST_ACTIONS, MOST_ACTIONS, MOST_REWARD } from '../../environments/one-state-text.ts';
import type { OneState } from '../../environments/one-state.ts';
import { withTraining } from '../../playground/edits.ts';
import { costKinds } from '../../environments/action-cost.ts';
import type { Face } from '../../trust-regions/face.ts';
import { usePicture, usePlayground, useConfig } from '../use-playground.ts';
import { policyOf, withFewer, withMass, withMore } from './bandit.ts';
import { PlacePlane } from './place-plane.tsx';
import { PolicyFace } from './policy-face.tsx';
import { RewardBars } from './reward-bars.tsx';
import { Typed } from './typed.tsx';
import { useOneState, type BenchState } from './use-one-state.ts';

/** The editor of the one-state world: rewards, the old policy and places, dragged or typed. */
export function Bench() {
  const picture = usePicture();
  const bench = useOneState();
  const { world, change, release } = bench;
  const n = world.rewards.length;
  const [chosen, choose] = useState<Face>([0, 1, 2]);
  const actions = picture.kind === 'continuous' ? [] : picture.actions;
  const policy = policyOf(world);
  const face = faceOf(chosen, n);
  const now = (values: Parameters<typeof change>[0]): void => {
    change(values);
    release();
  };
  const names = actions.map(({ label }) => say(label));
  return (
    <section className="bench" aria-label={say('The bench: rewards, old policy and places')}>
      <figure className="bench-rewards">
        <figcaption>
          <i className="symbol">r</i> {say('rewards')}
          <CountButtons bench={bench} last={names.at(-1) ?? say('the last action')} />
        </figcaption>
        <RewardBars bench={bench} actions={actions} />
        <div className="bench-row">
          {world.rewards.map((reward, action) => (
            <label key={action}>
              <span>{names[action]}</span>
              <Typed
                label={say('Reward of {action}', { action: names[action] ?? '' })}
                value={reward}
                min={-MOST_REWARD}
                max={MOST_REWARD}
                decimals={4}
                onChange={(value) => now({ rewards: world.rewards.with(action, value) })}
              />
            </label>
          ))}
        </div>
      </figure>
      <figure className="bench-policy">
        <figcaption>
          <i className="symbol">π</i> {say('old policy')} <span className="quiet">{say('drag the point')}</span>
        </figcaption>
        <div className="bench-beside">
          <PolicyFace bench={bench} actions={actions} face={face} />
          <div className="bench-list">
            {policy.map((mass, action) => (
              <label key={action}>
                <span>{names[action]}</span>
                <Typed
                  label={say('Old probability of {action}', { action: names[action] ?? '' })}
                  value={mass}
                  min={0}
                  max={1}
                  decimals={4}
                  onChange={(value) => now({ policy: withMass(policy, action, value) })}
                />
              </label>
            ))}
            <button type="button" disabled={world.policy === null} onClick={() => now({ policy: null })}>
              {say('uniform')}
            </button>
          </div>
        </div>
        {n > 3 && (
          <div className="bench-corners">
            <span className="quiet">{say('corners')}</span>
            {face.map((action, corner) => (
              <select
                key={corner}
                aria-label={say('Corner {n} of the triangle', { n: corner + 1 })}
                value={action}
                onChange={({ target }) => choose(exchanged(face, corner, Number(target.value)))}
              >
                {names.map((name, other) => (
                  <option key={name} value={other}>
                    {name}
                  </option>
                ))}
              </select>
            ))}
            <span className="quiet">{othersKeep(policy, face)}</span>
          </div>
        )}
      </figure>
      <figure className="bench-places">
        <figcaption>
          <i className="symbol">M</i> {say('places')}{' '}
          <span className="quiet">{say('their distances are the cost')}</span>
        </figcaption>
        <div className="bench-beside">
          <PlacePlane bench={bench} actions={actions} />
          <div className="bench-list">
            <button type="button" disabled={world.places === null} onClick={() => now({ places: null })}>
              {say('a line')}
            </button>
            <CostInForce />
          </div>
        </div>
      </figure>
    </section>
  );
}

/** How many actions there are, with buttons for one less and one more. */
function CountButtons({ bench, last }: { readonly bench: BenchState; readonly last: string }) {
  const { world, change, release } = bench;
  const n = world.rewards.length;
  const now = (next: OneState): void => {
    change(next);
    release();
  };
  return (
    <span className="bench-count" role="group" aria-label={say('Number of actions')}>
      <button
        type="button"
        aria-label={say('Without {action}', { action: last })}
        disabled={n <= FEWEST_ACTIONS}
        onClick={() => now(withFewer(world))}
      >
        −
      </button>
      <output aria-label={say('{n} actions', { n })}>{n}</output>
      <button
        type="button"
        aria-label={say('One action more')}
        disabled={n >= MOST_ACTIONS}
        onClick={() => now(withMore(world))}
      >
        +
      </button>
    </span>
  );
}

/** Says so where another cost than the distance is in force, and offers the distance. */
function CostInForce() {
  const playground = usePlayground();
  useConfig((config) => config.changes);
  useConfig((config) => config.training);
  const { cost } = playground.settings(0).training;
  if (cost === 'places') return null;
  const label = costKinds.find(({ value }) => value === cost)?.label ?? cost;
  return (
    <>
      <p className="quiet">{say('M is {cost} now: places do not count.', { cost: say(label) })}</p>
      <button type="button" onClick={() => playground.edit((whole, at) => withTraining(whole, { cost: 'places' }, at))}>
        {say('use them')}
      </button>
    </>
  );
}

/** What the actions hold that are at no corner. */
function othersKeep(policy: readonly number[], face: Face): string {
  const rest = policy.reduce((sum, p, action) => (face.includes(action) ? sum : sum + p), 0);
  return say('others keep {mass}', { mass: rest.toFixed(2) });
}

/** The actions at the corners: those chosen that there are, then the first of the others. */
function faceOf(chosen: Face, n: number): Face {
  const kept = chosen.filter((action) => action < n);
  const others = Array.from({ length: n }, (_, action) => action).filter((action) => !kept.includes(action));
  return [...kept, ...others].slice(0, Math.min(3, n));
}

/** Another action at a corner; where it stood at another one, the two change places. */
function exchanged(face: Face, corner: number, action: number): Face {
  const before = face[corner]!;
  return face.map((own, n) => (n === corner ? action : own === action ? before : own));
}
