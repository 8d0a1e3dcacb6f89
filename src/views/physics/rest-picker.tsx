import { tickStep } from 'd3';
import { say } from '../../copy/say.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import { formatNumber, type NumberField } from '../../field.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { usePlayground, useView } from '../use-playground.ts';

/** Where a slice leaves the variables that it does not show, each with a slider; nothing where it shows all. */
export function RestPicker({ world }: { readonly world: PhysicsWorld }) {
  const playground = usePlayground();
  const slice = useView((view) => view.slice);
  const chosen = useView((view) => view.rest);
  const { x, y } = world.slices[slice] ?? world.slices[0]!;
  const rest = chosen.length === world.rest.length ? chosen : world.rest;
  const others = rest
    .map((_, variable) => variable)
    .filter((variable) => variable !== x && variable !== y && isSeen(world, variable));
  if (others.length === 0) return null;
  const moved = others.filter((variable) => rest[variable] !== world.rest[variable]);
  const said = moved.map((variable) => `${world.variables[variable]!.symbol} = ${formatNumber(rest[variable]!)}`);
  return (
    <details className="rest-picker">
      <summary title={say('Values of the state variables that the slice does not show')}>
        {moved.length === 0 ? say('others at rest') : say('others: {values}', { values: said.join(', ') })}
      </summary>
      <div className="rest-fields" role="group" aria-label={say('The other variables of the slice')}>
        {others.map((variable) => (
          <FieldControl
            key={variable}
            name={`rest ${variable}`}
            field={fieldOf(world, variable)}
            value={rest[variable]!}
            onChange={(value) => playground.look({ rest: rest.with(variable, Number(value)) })}
          />
        ))}
        <button type="button" disabled={moved.length === 0} onClick={() => playground.look({ rest: [] })}>
          {say('Put all to rest')}
        </button>
      </div>
    </details>
  );
}

/** Whether a policy sees the variable at all: how far a runner has come, it does not. */
function isSeen(world: PhysicsWorld, variable: number): boolean {
  const { low, high } = world.variables[variable]!;
  const [one, other] = [low + 0.3 * (high - low), low + 0.6 * (high - low)].map((value) => {
    const seen = new Float64Array(world.observationSize);
    world.observe(Float64Array.from(world.rest).with(variable, value), seen, 0);
    return seen;
  }) as [Float64Array, Float64Array];
  return one.some((value, i) => value !== other[i]);
}

function fieldOf(world: PhysicsWorld, variable: number): NumberField {
  const { label, symbol, unit, low, high } = world.variables[variable]!;
  const own = world.rest[variable]!;
  return {
    kind: 'number',
    label,
    symbol,
    unit,
    default: own,
    min: Math.min(low, own),
    max: Math.max(high, own),
    step: tickStep(low, high, 80),
    scale: 'linear',
    help: 'Where every cell of the slice has this variable. Double-click the name for its rest.',
  };
}
