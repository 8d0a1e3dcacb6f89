import type { ActionComponent } from '../environments/physics.ts';
import type { SlicePicture, TablePicture } from '../environments/picture.ts';
import type { Heat, PlanSide } from '../playground/view-store.ts';
import { Legend } from './legend.tsx';
import { GaussianLegend } from './physics/gaussian-legend.tsx';
import { RestPicker } from './physics/rest-picker.tsx';
import { usePicture, usePlayground, useSignal, useView } from './use-playground.ts';

const HEATS: readonly (readonly [Heat, string])[] = [
  ['policy', 'Policy π'],
  ['change', 'Change Δπ'],
  ['value', 'Value V'],
];

const SIDES: readonly (readonly [PlanSide, string])[] = [
  ['flows', 'Flows'],
  ['scores', 'Scores'],
  ['cost', 'Cost M'],
];

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

interface MapBarProps {
  readonly state: number;
  readonly pinned: boolean;
  /** Whether plans are shown. */
  readonly plans: boolean;
}

/** What the maps and plans show, the same in all columns, with the legend and the state that is looked at. */
export function MapBar({ state, pinned, plans }: MapBarProps) {
  const playground = usePlayground();
  const picture = usePicture();
  const heat = useView((view) => view.heat);
  const side = useView((view) => view.planSide);
  const slice = useView((view) => view.slice);
  return (
    <div className="map-bar">
      <Switch label="Maps show" options={HEATS} value={heat} onChange={(value) => playground.look({ heat: value })} />
      {picture.kind === 'table' ? <TableBar picture={picture} /> : <TaskBar picture={picture} />}
      {plans && (
        <div className="plan-bar">
          {picture.kind !== 'continuous' && (
            <Switch
              label="Beside the plan"
              options={SIDES}
              value={side}
              onChange={(value) => playground.look({ planSide: value })}
            />
          )}
          <p className="state-name" title="Hover or tap a cell to see its plan; click or Enter pins it, Esc lets go">
            plan of <b>{picture.describe(state, slice)}</b>
            {pinned && <span className="quiet"> · pinned</span>}
          </p>
        </div>
      )}
    </div>
  );
}

/** Which layer of a finite world is drawn, and what its maps mean. */
function TableBar({ picture }: { readonly picture: TablePicture }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const heat = useView((view) => view.heat);
  const layer = useView((view) => view.layer);
  const { layers } = picture.lattice;
  return (
    <>
      {layers.map((choice, place) => (
        <Choice
          key={choice.label}
          {...choice}
          value={layer[place] ?? 0}
          onChange={(value) =>
            playground.look({
              layer: layers.map((_, n) => (n === place ? value : (layer[n] ?? 0))),
              pinned: null,
              hovered: null,
            })
          }
        />
      ))}
      <Legend heat={heat} world={picture} layer={layer} valueDomain={playground.valueDomain} />
    </>
  );
}

/** Which slice of a physics task is drawn, where the rest is, how its scenes play, and what its maps mean. */
function TaskBar({ picture }: { readonly picture: SlicePicture }) {
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
        label="Scenes play"
        options={EPISODES}
        value={episode}
        onChange={(value) => playground.look({ episode: value })}
      />
      <Switch
        label="Scenes’ speed"
        options={RATES}
        value={String(rate)}
        onChange={(value) => playground.look({ rate: Number(value) })}
      />
      <GaussianLegend
        heat={heat}
        component={components[component] ?? PUSH}
        valueDomain={playground.valueDomain}
        valueLabel="V(s) by the critics"
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <label className="layer">
      {label}{' '}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {options.map((option, n) => (
          <option key={option} value={n}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Switch<Value extends string>({ label, options, value, onChange }: SwitchProps<Value>) {
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} className={option === value ? 'on' : ''}>
          <input
            type="radio"
            className="visually-hidden"
            name={label}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
