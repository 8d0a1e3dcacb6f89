import type { ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import type { PhysicsWorld, StateVariable } from '../../environments/physics.ts';
import { readable } from '../format.ts';

interface SliceAxesProps {
  readonly world: PhysicsWorld;
  readonly slice: number;
  /** Pixels of the map's cells. */
  readonly width: number;
  readonly children: ReactNode;
}

/** Names, units and ends of the two state variables that a slice shows, around its map. */
export function SliceAxes({ world, slice, width, children }: SliceAxesProps) {
  const { x, y } = world.slices[slice] ?? world.slices[0]!;
  const across = world.variables[x]!;
  const up = world.variables[y]!;
  return (
    <div className="slice-axes">
      {children}
      <div className="slice-axis x" style={{ width }} aria-hidden="true">
        <span>{readable(across.low)}</span>
        <b title={say(across.label)}>{titleOf(across)}</b>
        <span>{readable(across.high)}</span>
      </div>
      <div className="slice-axis y" style={{ '--map-width': `${width}px` }} aria-hidden="true">
        <span>{readable(up.low)}</span>
        <b title={say(up.label)}>{titleOf(up)}</b>
        <span>{readable(up.high)}</span>
      </div>
    </div>
  );
}

/** Short enough for a small map; the picker of slices says it in words. */
function titleOf({ symbol, unit }: StateVariable): string {
  return unit === '' ? symbol : `${symbol} (${say(unit)})`;
}
