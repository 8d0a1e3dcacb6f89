import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { language } from '../../playground/language.ts';
import { useLanguage } from '../use-language.ts';

interface Kept {
  readonly at: string;
  readonly value: unknown;
}

/** What was done in the scene that is shown, by name. */
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
  initial: Value,
): [Value, Dispatch<SetStateAction<Value>>] {
  const shownIn = useLanguage();
  const [value, setValue] = useState<Value>(() => {
    const before = kept.get(name);
    return before?.at === at ? (before.value as Value) : initial;
  });
  useEffect(() => {
    kept.set(name, { at, value });
    return () => {
      // the scene is left, and not said anew
      if (language.getState() === shownIn) kept.delete(name);
    };
  }, [name, at, shownIn, value]);
  return [value, setValue];
}
