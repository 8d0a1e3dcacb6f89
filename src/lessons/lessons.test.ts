import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { lessons, linkOfPlace } from './registry.ts';
import { watch } from './testing-watched.ts';

/** Iterations at which a link opens. */
const opensAt = (link: string): number => decodeLink(link).config.moment.k ?? 0;

describe.each(lessons)('lesson $id', ({ scenes }) => {
  it('has scenes whose links say nothing wrong', () => {
    for (const { link } of scenes) if (link !== null) expect(decodeLink(link).problems).toEqual([]);
    expect(scenes[0]!.link).not.toBeNull();
  });

  it('asks before and after', () => {
    expect(scenes.map(({ tests }) => tests).filter((tests) => tests !== undefined)).toEqual(['before', 'after']);
  });

  it('teaches what the engine makes', async () => {
    for (const [n, { goal }] of scenes.entries()) {
      if (goal.kind !== 'choose' || goal.taught === null) continue;
      const link = scenes.slice(0, n + 1).findLast((scene) => scene.link !== null)!.link!;
      const at = goal.opens === undefined ? goal.at : opensAt(link);
      const before = await watch(link, at);
      const columns = goal.opens === undefined ? before : await watch(goal.opens, goal.at);
      expect({ scene: n + 1, is: goal.answer(columns, before) }).toEqual({ scene: n + 1, is: goal.taught });
      expect(goal.options).toContain(goal.taught);
    }
  });
});

it('a scene that goes on with a run opens where the scenes before it have come', () => {
  expect(linkOfPlace('decay.2')).toMatch(/&k=60&lesson=decay\.2&end$/);
  expect(linkOfPlace('update.3')).toMatch(/&k=1&lesson=update\.3&end$/);
  expect(linkOfPlace('decay.1')).not.toContain('&k=');
});
