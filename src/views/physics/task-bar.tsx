import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import type { SlicePicture } from '../../environments/picture.ts';
import { Choice } from '../explore/choice.tsx';
import { Switch } from '../explore/switch.tsx';
import { usePlayground, useSignal, useView } from '../use-playground.ts';
import { GaussianLegend } from './gaussian-legend.tsx';
import { RestPicker } from './rest-picker.tsx';

const EPISODES: readonly (readonly ['latest' | 'best', string])[] = [
  ['latest', 'Latest'],
  ['best', 'Best episode'],
];

const RATES: readonly (readonly [string, string])[] = [
  ['1', 'Real time'],
  ['4', '×4'],
];

/** Where discrete actions push. */
const PUSH: ActionComponent = { label: 'push of the action, ← to →', unit: '', low: -1, high: 1 };

/** Which slice of a physics task is drawn, where the rest is, how its scenes play, and what its maps mean. */
export function TaskBar({ picture }: { readonly picture: SlicePicture }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const heat = useView((view) => view.heat);
  const slice = useView((view) => view.slice);
  const component = useView((view) => view.component);
  const episode = useView((view) => view.episode);
  const rate = useView((view) => view.rate);
  const components = picture.kind === 'continuous' ? picture.components : [];
  const slices = picture.world.slices.map(({ label }) => label);
  return (
    <>
      <Choice
        label="slice"
        options={slices}
        value={slice}
        onChange={(value) => playground.look({ slice: value, pinned: null, hovered: null })}
      />
      {components.length > 1 && (
        <Choice
          label="action"
          options={components.map(({ label }) => label)}
          value={component}
          onChange={(value) => playground.look({ component: value })}
        />
      )}
      <RestPicker key={picture.world.variables.length} world={picture.world} />
      <Switch
        label={say('Scenes play')}
        options={EPISODES}
        value={episode}
        onChange={(value) => playground.look({ episode: value })}
      />
      <Switch
        label={say('Scenes’ speed')}
        options={RATES}
        value={String(rate)}
        onChange={(value) => playground.look({ rate: Number(value) })}
      />
      <GaussianLegend
        heat={heat}
        component={components[component] ?? PUSH}
        valueDomain={playground.valueDomain}
        valueLabel={say('V(s) by the critics')}
      />
    </>
  );
}
