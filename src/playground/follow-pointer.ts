import type { Undo } from './undo.ts';

/** What a pointer does from going down to being let go is one step that can be taken back, wherever on the page it is. */
export function followPointer(undoing: Pick<Undo<unknown>, 'hold' | 'release'>): void {
  const down = (): void => undoing.hold();
  const up = (): void => undoing.release();
  addEventListener('pointerdown', down, { capture: true });
  for (const name of ['pointerup', 'pointercancel'] as const) addEventListener(name, up, { capture: true });
  addEventListener('blur', up);
}
