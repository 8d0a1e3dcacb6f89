import { baselines } from '../../baselines/registry.ts';
import { trustRegions } from '../../trust-regions/registry.ts';

const groups = [
  ['trust regions', trustRegions],
  ['baselines', baselines],
] as const;

/** Every method, as options of a picker. */
export function MethodOptions() {
  return groups.map(([label, methods]) => (
    <optgroup key={label} label={label}>
      {Object.entries(methods).map(([kind, method]) => (
        <option key={kind} value={kind}>
          {method.label}
        </option>
      ))}
    </optgroup>
  ));
}
