import { say } from '../copy/say.ts';
import type { TablePicture } from '../environments/picture.ts';
import type { Heat } from '../config/moment.ts';
import { changePosition, probabilityTable, valueTable } from './draw/palette.ts';
import { steady } from './format.ts';
import { useCanvasColors } from './use-theme.ts';

interface LegendProps {
  readonly heat: Heat;
  readonly world: TablePicture;
  readonly layer: readonly number[];
  readonly valueDomain: readonly [number, number];
}

/** The colour bar of the maps, with its domain and what the glyphs mean. */
export function Legend({ heat, world, layer, valueDomain }: LegendProps) {
  const { change } = useCanvasColors();
  const marks = world.lattice.marksAt(
    layer.length === world.lattice.layers.length ? layer : world.lattice.layers.map(() => 0),
  );
  const seen = new Map(marks.map((mark) => [`${mark.text} ${mark.label}`, mark]));
  return (
    <div className="legend">
      {heat === 'policy' && (
        <>
          <Bar
            table={probabilityTable}
            ticks={[
              [0, '0'],
              [0.5, '½'],
              [1, '1'],
            ]}
            label={say('π(a|s), by direction')}
          />
          <span className="note">
            {say(
              world.actions.some((action) => action.direction === null)
                ? '▷ greedy; middle boxes: actions that do not move'
                : '▷ greedy',
            )}
          </span>
        </>
      )}
      {heat === 'change' && (
        <>
          <Bar
            table={change}
            ticks={[-1, 0, 1].map((value) => [changePosition(value), String(value).replace('-', '−')])}
            label={say('Δπ, √ scale')}
          />
          <span className="note">
            {say('bar at the foot: share of the radius δ that the state used; a notch: more than δ')}
          </span>
        </>
      )}
      {heat === 'value' && (
        <Bar
          table={valueTable}
          ticks={[
            [0, steady(valueDomain[0], 2)],
            [1, steady(valueDomain[1], 2)],
          ]}
          label="V(s)"
        />
      )}
      <ul className="marks">
        {[...seen.values()].slice(0, 6).map((mark) => (
          <li key={mark.label}>
            <b>{mark.text}</b> {mark.label}
          </li>
        ))}
        {world.lattice.statesAt(world.lattice.layers.map(() => 0)).includes(-1) && (
          <li>
            <span className="hatch" aria-hidden="true" /> {say('wall')}
          </li>
        )}
      </ul>
    </div>
  );
}

interface BarProps {
  readonly table: readonly string[];
  readonly ticks: readonly (readonly [number, string])[];
  readonly label: string;
}

export function Bar({ table, ticks, label }: BarProps) {
  const stops = Array.from({ length: 17 }, (_, n) => table[Math.round((n / 16) * 255)]).join(', ');
  return (
    <div className="color-bar">
      <span className="color-bar-label">{label}</span>
      <span className="color-bar-scale">
        <span className="color-bar-strip" style={{ background: `linear-gradient(to right, ${stops})` }} />
        {ticks.map(([at, text]) => (
          <span key={text} className="color-bar-tick" style={{ left: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </span>
    </div>
  );
}
