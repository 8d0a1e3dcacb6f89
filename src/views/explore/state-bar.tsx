import { Suspense, useMemo } from 'react';
import { say } from '../../copy/say.ts';
import type { Panel } from '../../config/moment.ts';
import type { Picture } from '../../environments/picture.ts';
import { Term } from '../explain/term.tsx';
import { lazyPart } from '../part.tsx';
import { useLookedAt, usePicture, usePlayground, useView } from '../use-playground.ts';
import { beats, nextBeat } from './beats.ts';
import { Switch } from './switch.tsx';

const FacePicker = lazyPart(() => import('../region/face-picker.tsx'), 'FacePicker');

const PANELS: readonly (readonly [Panel, string])[] = [
  ['flow', 'Flow'],
  ['region', 'Region'],
  ['numbers', 'Numbers'],
  ['cost', 'Cost M'],
];

/** The state whose update is shown in all columns, why it is that one, and how the update is drawn. */
export function StateBar() {
  const playground = usePlayground();
  const picture = usePicture();
  const state = useLookedAt();
  const pinned = useView((view) => view.pinned);
  const hovered = useView((view) => view.hovered);
  const follow = useView((view) => view.follow);
  const slice = useView((view) => view.slice);
  const panel = useView((view) => view.panel);
  const longest = useMemo(() => longestName(picture, slice), [picture, slice]);
  const why = hovered !== null && hovered !== pinned ? 'hovered' : pinned !== null ? 'pinned' : follow;
  return (
    <div className="state-bar">
      <p className="state-name" data-longest={longest}>
        <b>{picture.describe(state, slice)}</b>
      </p>
      <select
        className="follow"
        aria-label={say('Which state is shown')}
        value={why}
        onChange={({ target }) =>
          playground.look(
            target.value === 'pinned'
              ? { pinned: state, hovered: null }
              : { pinned: null, hovered: null, follow: target.value === 'start' ? 'start' : 'most' },
          )
        }
      >
        {why === 'hovered' && <option value="hovered">{say('as pointed at')}</option>}
        <option value="most">{say(picture.kind === 'table' ? 'moved most' : 'an episode came through here')}</option>
        <option value="start">{say('where episodes begin')}</option>
        <option value="pinned">{say('pinned: stays')}</option>
      </select>
      {picture.kind === 'continuous' && (
        <span className="quiet">
          {say('drawn as particles: of a continuum of actions no triangle holds the region')}
        </span>
      )}
      {picture.kind !== 'continuous' && <Why />}
      {picture.kind === 'table' && <Walk />}
      {panel === 'region' && picture.kind !== 'continuous' && picture.actions.length > 3 && (
        <Suspense>
          <FacePicker picture={picture} state={state} />
        </Suspense>
      )}
      {picture.kind !== 'continuous' && (
        <span className="panel-switch">
          <Switch
            label={say('The update is shown as')}
            options={PANELS}
            value={panel}
            onChange={(value) => playground.look({ panel: value })}
          />
          <Term of={panel}>?</Term>
        </span>
      )}
    </div>
  );
}

/** Asks why the state that is looked at changed as it did; the answer stands in every column. */
function Why() {
  const playground = usePlayground();
  const why = useView((view) => view.why);
  return (
    <button
      type="button"
      className="why"
      aria-pressed={why}
      title={say('Why did this arrow change?')}
      onClick={() => playground.look({ why: !why })}
    >
      {say('why?')}
    </button>
  );
}

/** The longest name that a state of a picture has. */
function longestName({ states, describe }: Picture, slice: number): string {
  const names = Array.from({ length: states }, (_, state) => describe(state, slice));
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '');
}

/** One update, part by part: what came back, what it makes of each action, the price, the mass that moves, the new policy. */
function Walk() {
  const playground = usePlayground();
  const beat = useView((view) => view.beat);
  const shown = beat === null ? null : beats[beat]!;
  return (
    <span className="walk">
      <button
        type="button"
        title={say('Walk through this update, part by part (B)')}
        onClick={() => playground.look({ beat: nextBeat(beat) })}
      >
        {say(shown === null ? 'walk through it' : beat === beats.length - 1 ? 'done' : 'next part')}
      </button>
      {shown !== null && (
        <span role="status">
          <b>{say('{n} of {all}: {name}.', { n: beat! + 1, all: beats.length, name: say(shown.name) })}</b>{' '}
          {say(shown.text)}
        </span>
      )}
    </span>
  );
}
