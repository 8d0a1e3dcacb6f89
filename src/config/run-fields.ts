import { taskOf, type WorldKind } from '../environments/registry.ts';
import { defaultsOf, type Field, type Fields } from '../field.ts';
import { methodOf, methods, type MethodKind, type RunConfig } from '../methods/registry.ts';
import { worldDefaults } from './world-defaults.ts';

/** A column's fields, with the defaults of its method in a world: what was measured in the world, else what the method says of its kind. */
export function runFields(method: MethodKind, world: WorldKind): Fields {
  const { fields, defaults } = methodOf(method);
  const task = taskOf(world);
  const own: Readonly<Record<string, unknown>> = {
    ...(task === 'table' ? {} : defaults?.[task]),
    ...worldDefaults[world].runs[method],
  };
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      Object.hasOwn(own, key) ? ({ ...field, default: own[key] } as Field) : field,
    ]),
  );
}

/** A column of a method, as it comes in a world. */
export function defaultRun(method: MethodKind, world: WorldKind): RunConfig {
  return { method, ...defaultsOf(runFields(method, world)) } as unknown as RunConfig;
}

/** Whether a method has a setting at all, whatever its rule. */
export function methodHas(method: MethodKind, key: string): boolean {
  return Object.hasOwn(methods[method].fields, key);
}

/** The settings of all methods, each with the field of the first that has it. */
const known = new Map<string, Field>();
for (const { fields } of Object.values(methods)) {
  for (const [key, field] of Object.entries<Field>(fields)) if (!known.has(key)) known.set(key, field);
}

/** The field of a setting, whichever method has it; its defaults are those of one of them. */
export function runField(key: string): Field | undefined {
  return known.get(key);
}

/** Names of the settings of all methods. */
export function runKeys(): readonly string[] {
  return [...known.keys()];
}

/** The settings of a column that have a meaning under the others, in order. */
export function runKeysRead(run: RunConfig): readonly string[] {
  return methodOf(run.method).reads(run);
}

/** A column with one setting changed. */
export function withSetting(run: RunConfig, key: string, value: number | string): RunConfig {
  return { ...run, [key]: value };
}
