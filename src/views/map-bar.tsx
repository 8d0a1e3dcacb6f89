import type { ActionComponent } from '../environments/physics.ts';
import type { Heat, PlanSide } from '../playground/view-store.ts';
import { Legend } from './legend.tsx';
import { GaussianLegend } from './physics/gaussian-legend.tsx';
import { RestPicker } from './physics/rest-picker.tsx';
import { useConfig, usePlayground, useSignal, useView } from './use-playground.ts';

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
  useSignal(playground.changed, 500);
  useConfig((config) => config.world);
  const heat = useView((view) => view.heat);
  const side = useView((view) => view.planSide);
  const layer = useView((view) => view.layer);
  const episode = useView((view) => view.episode);
  const rate = useView((view) => view.rate);
  const { world } = playground;
  const domain = playground.valueDomain;
  const component = world.physics === null ? undefined : (world.components[layer[1] ?? 0] ?? PUSH);
  return (
    <div className="map-bar">
      <Switch label="Maps show" options={HEATS} value={heat} onChange={(value) => playground.look({ heat: value })} />
      {world.lattice.layers.map((choice, place) => (
        <label key={choice.label} className="layer">
          {choice.label}{' '}
          <select
            value={layer[place] ?? 0}
            onChange={(event) => {
              const chosen = world.lattice.layers.map((_, n) =>
                n === place ? Number(event.target.value) : (layer[n] ?? 0),
              );
              playground.look({ layer: chosen, pinned: null, hovered: null });
            }}
          >
            {choice.options.map((option, value) => (
              <option key={option} value={value}>
                {option}
              </option>
            ))}
          </select>
        </label>
      ))}
      {world.physics !== null && (
        <>
          <RestPicker key={world.physics.variables.length} world={world.physics} />
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
        </>
      )}
      {component === undefined ? (
        <Legend heat={heat} world={world} layer={layer} valueDomain={domain} />
      ) : (
        <GaussianLegend heat={heat} component={component} valueDomain={domain} valueLabel="V(s) by the critics" />
      )}
      {plans && (
        <div className="plan-bar">
          {world.components.length === 0 && (
            <Switch
              label="Beside the plan"
              options={SIDES}
              value={side}
              onChange={(value) => playground.look({ planSide: value })}
            />
          )}
          <p className="state-name" title="Hover or tap a cell to see its plan; click or Enter pins it, Esc lets go">
            plan of <b>{world.describe(state, layer)}</b>
            {pinned && <span className="quiet"> · pinned</span>}
          </p>
        </div>
      )}
    </div>
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
