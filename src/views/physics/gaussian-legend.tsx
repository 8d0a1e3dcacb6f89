import { listed } from '../../copy/listed.ts';
import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import type { Heat } from '../../config/moment.ts';
import { meanTable, SQUARE_OPACITY } from '../draw/slice-painter.ts';
import { changePosition, valueTable } from '../draw/palette.ts';
import { useCanvasColors } from '../use-theme.ts';
import { readable, steady } from '../format.ts';
import { Bar } from '../legend.tsx';
import { axisTitle, physical } from './action-axis.ts';

interface GaussianLegendProps {
  readonly heat: Heat;
  /** The component of the action that the maps show. */
  readonly component: ActionComponent;
  readonly valueDomain: readonly [number, number];
  /** What lies between the ends of the domain, in words. */
  readonly valueLabel?: string;
}

/** The colour bar of the maps where actions are continuous, with its domain and what the square in a cell means. */
export function GaussianLegend({ heat, component, valueDomain, valueLabel = 'V(s)' }: GaussianLegendProps) {
  const range = component.high - component.low;
  const { change } = useCanvasColors();
  return (
    <div className="legend">
      {heat === 'policy' && (
        <>
          <Bar
            table={meanTable}
            ticks={[-1, 0, 1].map((mean) => [(mean + 1) / 2, readable(physical(component, mean))])}
            label={say('mean of {quantity}', { quantity: axisTitle(component) })}
          />
          <span className="note spread-key">
            {[0.1, 0.5, 1].map((spread) => (
              <span key={spread} className="spread-sample" aria-hidden="true">
                <span style={{ width: `${80 * spread}%`, height: `${80 * spread}%`, opacity: SQUARE_OPACITY }} />
              </span>
            ))}
            {say('square: spread σ, here {spreads}; solid: certain', {
              spreads: listed([0.1, 0.5, 1].map((spread) => readable((spread * range) / 2))),
            })}
          </span>
          <span className="note">
            {say('line: the mean passes {value}', { value: readable(physical(component, 0)) })}
          </span>
        </>
      )}
      {heat === 'change' && (
        <Bar
          table={change}
          ticks={[-1, -0.1, 0, 0.1, 1].map((half) => [changePosition(half), readable(half * range)])}
          label={say('change of the mean of {quantity} in the last step (square-root scale)', {
            quantity: axisTitle(component),
          })}
        />
      )}
      {heat === 'value' && (
        <Bar
          table={valueTable}
          ticks={[
            [0, steady(valueDomain[0], 2)],
            [1, steady(valueDomain[1], 2)],
          ]}
          label={valueLabel}
        />
      )}
    </div>
  );
}
