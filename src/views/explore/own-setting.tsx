import { runFields } from '../../config/run-fields.ts';
import { methodOf, settingsOf, type RunConfig } from '../../methods/registry.ts';
import { withRunSetting } from '../../playground/edits.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { usePlayground } from '../use-playground.ts';

/** Settings of the rules of all methods; what is left is a method's own. */
const OF_RULES = new Set(['rule', 'delta', 'beta', 'ratio', 'tau', 'switchAt', 'ties', 'power']);

/** The one number that makes a method what it is: λ of Sinkhorn, the bridge's dial, the clip of PPO. */
export function OwnSetting({ index, settings }: { readonly index: number; readonly settings: RunConfig }) {
  const playground = usePlayground();
  const fields = runFields(settings.method, playground.config.getState().world.kind);
  const gradient = methodOf(settings.method).mover.kind === 'gradient';
  const radius = settingsOf(settings)['rule'] === 'optimal' ? 'delta' : undefined;
  const own = methodOf(settings.method)
    .reads(settings)
    .filter((key) => fields[key]!.kind === 'number' && (gradient || key === radius || !OF_RULES.has(key)))
    .slice(0, 2);
  return (
    <div className="own">
      {own.map((key) => (
        <FieldControl
          key={key}
          bare
          field={fields[key]!}
          name={key}
          value={settingsOf(settings)[key]!}
          onChange={(value) => playground.edit((config, at) => withRunSetting(config, index, key, value, at))}
        />
      ))}
    </div>
  );
}
