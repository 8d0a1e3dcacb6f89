import { say } from '../../copy/say.ts';
import { methodOf, methods, type MethodKind } from '../../methods/registry.ts';

const groups = [
  ['trust regions', 'region'],
  ['flows', 'flow'],
  ['policy gradients', 'gradient'],
] as const;

/** Every method, as options of a picker. */
export function MethodOptions() {
  return groups.map(([label, kind]) => {
    const own = (Object.keys(methods) as MethodKind[]).filter((method) => methodOf(method).mover.kind === kind);
    return own.length === 0 ? null : (
      <optgroup key={label} label={say(label)}>
        {own.map((method) => (
          <option key={method} value={method}>
            {say(methods[method].label)}
          </option>
        ))}
      </optgroup>
    );
  });
}
