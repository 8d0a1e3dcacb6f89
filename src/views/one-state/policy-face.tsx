import { listed } from '../../copy/listed.ts';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { cornersOf, placeOf, sharesOf, writeRow, type Face, type Shares } from '../../trust-regions/face.ts';
import { share } from '../format.ts';
import { policyOf, sharesAt } from './bandit.ts';
import { Handle } from './handle.tsx';
import type { BenchState } from './use-one-state.ts';

const WIDTH = 204;
const HEIGHT = 184;
const PAD = 24;
const SCALE = WIDTH - 2 * PAD;
/** Where the triangle's foot is. */
const FOOT = HEIGHT - 26;

/** The old policy as a point of the triangle of three actions, of a segment of two; the others keep their mass. */
export function PolicyFace(props: {
  readonly bench: BenchState;
  readonly actions: readonly Action[];
  readonly face: Face;
}) {
  const { bench, actions, face } = props;
  const policy = Float64Array.from(policyOf(bench.world));
  const shares = sharesOf(face, policy);
  const name = (action: number): string => say(actions[action]?.label ?? '');
  const at = (point: Shares): { readonly x: number; readonly y: number } => {
    const { x, y } = placeOf(point);
    return { x: PAD + x * SCALE, y: (face.length > 2 ? FOOT : HEIGHT / 2) - y * SCALE };
  };
  const put = (next: Shares): void => {
    const row = new Float64Array(policy.length);
    writeRow(face, policy, next, row);
    bench.change({ policy: [...row] });
  };
  const corners = cornersOf(face).map(at);
  const point = at(shares ?? [1 / 3, 1 / 3, 1 / 3]);
  const said = face.map((action) => `${name(action)} ${share(policy[action]!)}`).join(', ');
  return (
    <svg className="bench-drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <polygon className="bench-face" points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {corners.map(({ x, y }, n) => (
        <text key={face[n]} className="bench-corner" x={x} y={n === 2 ? y - 7 : y + 15}>
          {`${actions[face[n]!]?.glyph ?? ''} ${share(policy[face[n]!]!)}`}
        </text>
      ))}
      {shares === null ? (
        <text className="bench-corner" x={WIDTH / 2} y={FOOT - SCALE * 0.3}>
          {say('no mass here')}
        </text>
      ) : (
        <Handle
          x={point.x}
          y={point.y}
          label={say('Old policy over {actions}', { actions: listed(face.map(name)) })}
          text={said}
          value={Number((shares[face.length - 1]! * 100).toFixed(0))}
          min={0}
          max={100}
          reach={[30, 30]}
          onGrab={bench.grab}
          onMove={(x, y) => put(sharesAt(face, (x - PAD) / SCALE, (FOOT - y) / SCALE))}
          onRelease={bench.release}
          onStep={(right, up) => put(stepped(face, shares, right, up))}
        >
          <circle className="bench-point" cx={point.x} cy={point.y} r={6.5} />
        </Handle>
      )}
    </svg>
  );
}

/** Keys: mass from the first to the second action to the right, from both to the third upwards; Home and End to a corner. */
function stepped(face: Face, [a, b, c]: Shares, right: number, up: number): Shares {
  if (!Number.isFinite(up)) return up > 0 ? (face.length > 2 ? [0, 0, 1] : [0, 1, 0]) : [1, 0, 0];
  const half = Math.sqrt(3) / 2;
  const [second, third] = face.length > 2 ? [right - up / 2, up] : [right + up, 0];
  const moved: Shares = [a, b + second / 100, c + third / 100];
  const { x, y } = placeOf(moved);
  return sharesAt(face, x, face.length > 2 ? moved[2] * half : y);
}
