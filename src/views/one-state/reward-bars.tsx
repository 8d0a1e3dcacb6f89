import { scaleLinear } from 'd3';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { MOST_REWARD } from '../../environments/one-state-text.ts';
import { readable } from '../format.ts';
import { clamp, rewardRange, rounded } from './bandit.ts';
import { Handle } from './handle.tsx';
import type { BenchState } from './use-one-state.ts';

/** Pixels of an action, side by side. */
const STRIDE = 46;
/** Pixels left of the first. */
const AXIS = 30;
const HEIGHT = 158;
const PAD = 12;
const BAR = 26;

/** What each action pays, as bars that are dragged by their ends. */
export function RewardBars({ bench, actions }: { readonly bench: BenchState; readonly actions: readonly Action[] }) {
  const { rewards } = bench.world;
  const [low, high] = rewardRange(bench.scaled.rewards);
  const y = scaleLinear([low, high], [HEIGHT - PAD, PAD]);
  const step = high / 100;
  const width = AXIS + STRIDE * rewards.length;
  const set = (action: number, value: number, digits: number): void =>
    bench.change({ rewards: rewards.with(action, rounded(clamp(value, -MOST_REWARD, MOST_REWARD), digits)) });
  return (
    <svg className="bench-drawing" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
      {y.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line className={tick === 0 ? 'bench-zero' : 'bench-grid'} x1={AXIS - 4} x2={width} />
          <text className="bench-tick" x={AXIS - 7} dy="0.32em">
            {readable(tick)}
          </text>
        </g>
      ))}
      {rewards.map((reward, action) => {
        const middle = AXIS + STRIDE * (action + 0.5);
        const end = y(clamp(reward, low, high));
        const name = say(actions[action]?.label ?? '');
        return (
          <Handle
            key={action}
            x={middle}
            y={end}
            label={say('Reward of {action}', { action: name })}
            text={readable(reward)}
            value={reward}
            min={-MOST_REWARD}
            max={MOST_REWARD}
            reach={[STRIDE - 2, 30]}
            onGrab={bench.grab}
            onMove={(_, at) => set(action, clamp(y.invert(at), low, high), step)}
            onRelease={bench.release}
            onStep={(right, up) => {
              const to = reward + (right + up) * step;
              set(action, Number.isFinite(to) ? to : to > 0 ? high : low, step);
            }}
          >
            <rect
              className="bench-bar"
              x={middle - BAR / 2}
              width={BAR}
              y={Math.min(y(0), end)}
              height={Math.abs(end - y(0))}
            />
            <rect className="bench-end" x={middle - BAR / 2 - 3} y={end - 3.5} width={BAR + 6} height={7} rx={3.5} />
          </Handle>
        );
      })}
    </svg>
  );
}
