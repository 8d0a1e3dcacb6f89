import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPENING_SCENE } from '../src/config/scenes.ts';

test('what the page shows before its script runs is the first scene', () => {
  const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  expect(html).toContain(`<h2>${OPENING_SCENE.question}</h2>`);
  expect(html).toContain(`<p class="scene-text"> ${OPENING_SCENE.text} </p>`);
});
