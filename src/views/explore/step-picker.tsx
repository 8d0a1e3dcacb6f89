import { say } from '../../copy/say.ts';
import { ruleFields } from '../../trust-regions/multiplier-rules.ts';
import { movementOf, stepMode, withStepMode, type StepMode } from '../../playground/step-mode.ts';
import { fromSlider, SLIDER_STEPS, sliderStep, toSlider, useDrag } from '../bar/slider.ts';
import { Term } from '../explain/term.tsx';
import { readable } from '../format.ts';
import { useConfig, usePlayground } from '../use-playground.ts';
import { Switch } from './switch.tsx';

const MODES: readonly (readonly [Exclude<StepMode, 'mixed'>, string])[] = [
  ['equal', 'equal'],
  ['radius', 'own radius'],
  ['price', 'price by hand'],
];

/** How far an update may go: one control for all columns. */
export function StepPicker() {
  const playground = usePlayground();
  // its settings are those of the iteration that is shown
  const config = useConfig((whole) => whole);
  const at = playground.playback.target;
  const mode = stepMode(config, at);
  const movement = movementOf(config, at);
  const field = ruleFields.tau;
  const [shown, drag] = useDrag(movement, (value) =>
    playground.edit((whole, now) => withStepMode(whole, 'equal', now, value)),
  );
  if (Number.isNaN(movement)) return null;
  return (
    <div className="step-picker">
      <Term of="step">{say('step')}</Term>
      <Switch
        label={say('How far an update may go')}
        options={MODES}
        value={mode}
        onChange={(value) => playground.edit((whole, now) => withStepMode(whole, value, now))}
      />
      <label className="shared-movement" data-used={mode === 'equal'}>
        <span className="visually-hidden">{say('movement τ of all columns')}</span>
        <input
          type="range"
          min={0}
          max={SLIDER_STEPS}
          step={sliderStep(field)}
          value={toSlider(field, shown)}
          disabled={mode !== 'equal'}
          aria-label={say('movement τ of all columns')}
          aria-valuetext={readable(shown)}
          onChange={(event) => drag(fromSlider(field, Number(event.target.value)))}
        />
        <output>{mode === 'equal' ? `τ ${readable(shown)}` : ''}</output>
      </label>
    </div>
  );
}
