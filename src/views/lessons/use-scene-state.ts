import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import type { Language } from '../../copy/language.ts';

interface Kept {
  readonly at: string;
  readonly language: Language;
  readonly value: unknown;
}

/** What was done last under each name. */
const kept = new Map<string, Kept>();

/**
 * What a reader has done in a scene so far. A change of language shows everything anew; this it leaves as it was.
 *
 * @param at the scene, as `kl.2`
 * @param name what it is, of the scene
 */
export function useSceneState<Value>(
  at: string,
  name: string,
  language: Language,
  initial: Value,
): [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(() => {
    const before = kept.get(name);
    return before?.at === at && before.language !== language ? (before.value as Value) : initial;
  });
  useEffect(() => {
    kept.set(name, { at, language, value });
  }, [name, at, language, value]);
  return [value, setValue];
}
