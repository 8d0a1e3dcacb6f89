import { say } from '../../copy/say.ts';
import { runFields } from '../../config/run-fields.ts';
import type { NumberField } from '../../field.ts';
import { methodOf, settingsOf, type RunConfig } from '../../methods/registry.ts';
import { withAutomaticPrice, withPrice } from '../../playground/step-mode.ts';
import type { Run } from '../../playground/run.ts';
import { fromSlider, SLIDER_STEPS, sliderStep, toSlider, useDrag } from '../bar/slider.ts';
import { Term } from '../explain/term.tsx';
import { readable } from '../format.ts';
import { usePlayground, useSignal } from '../use-playground.ts';

/** Prices that are drawn behind the thumb. */
const TRAIL = 10;

interface PriceProps {
  readonly run: Run;
  readonly index: number;
  /** The settings at the iteration that is shown. */
  readonly settings: RunConfig;
}

/**
 * The price β as a slider, always: where a rule finds it, the thumb moves by itself, with a trail of where it was; whoever takes hold of it sets it by hand from
 * this update on.
 */
export function Price({ run, index, settings }: PriceProps) {
  const playground = usePlayground();
  useSignal(run.changed, 60);
  const { world } = playground.config.getState();
  const field = runFields(settings.method, world.kind)['beta'] as NumberField | undefined;
  const byHand = settingsOf(settings)['rule'] === 'fixed';
  const used = run.frame?.kind === 'continuous' ? (run.frame.point?.beta ?? NaN) : (run.frame?.point?.beta ?? NaN);
  const beta = byHand ? Number(settingsOf(settings)['beta']) : used;
  const [shown, drag] = useDrag(beta, (value) => playground.edit((config, at) => withPrice(config, index, value, at)));
  if (field === undefined || methodOf(settings.method).mover.kind === 'gradient') return <div className="price" />;
  const place = (value: number): number => toSlider(field, Math.min(field.max, Number.isNaN(value) ? 1 : value));
  const { history } = run;
  const from = Math.max(0, history.positionOf(run.iteration) - TRAIL);
  const trail = Array.from({ length: Math.max(0, history.positionOf(run.iteration) - from) }, (_, n) =>
    history.at(from + n, 'beta'),
  );
  const label = (
    <>
      {say('price')} <i data-symbol="β">β</i>
    </>
  );
  return (
    <div className="price" data-symbol="β">
      {index === 0 ? <Term of="price">{label}</Term> : <span>{label}</span>}
      <span className="price-slider">
        <svg className="price-trail" aria-hidden="true">
          {trail.map((value, n) =>
            Number.isNaN(value) ? null : (
              <circle
                key={n}
                cx={`${(place(value) / SLIDER_STEPS) * 100}%`}
                cy="50%"
                r={2.5}
                opacity={0.15 + (0.6 * (n + 1)) / trail.length}
              />
            ),
          )}
        </svg>
        <input
          type="range"
          min={0}
          max={SLIDER_STEPS}
          step={sliderStep(field)}
          value={place(shown)}
          aria-label={say('price β, slider')}
          aria-valuetext={say(byHand ? '{value}, by hand' : '{value}, found by the rule', { value: readable(shown) })}
          onChange={(event) => drag(fromSlider(field, Number(event.target.value)))}
        />
      </span>
      <output className="price-value">{readable(shown, 2)}</output>
      {byHand ? (
        <button
          type="button"
          className="auto"
          title={say('Let the rule find the price again')}
          onClick={() => playground.edit((config, at) => withAutomaticPrice(config, index, at))}
        >
          {say('auto')}
        </button>
      ) : (
        <span className="auto quiet">{say('auto')}</span>
      )}
    </div>
  );
}
