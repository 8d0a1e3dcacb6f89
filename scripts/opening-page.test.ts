import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { first } from '../src/lessons/copy/en/first.ts';
import { frame } from '../src/lessons/copy/en/frame.ts';
import { OPENING_SCENE } from '../src/config/scenes.ts';

test('what the page shows before its script runs is the first scene', () => {
  const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  expect(html).toContain(`<h2>${OPENING_SCENE.question}</h2>`);
  // a first visit opens the first lesson
  const { title, scenes } = first['update']!;
  const scene = scenes[0]!;
  expect(html).toContain(`<p class="lesson-number">${frame.lesson.replace('{n}', '1')} · ${title}</p>`);
  expect(html).toContain(`<h2>${scene.title}</h2>`);
  const text = scene.text.replaceAll(/<\/?\w+>/g, '');
  expect(html).toContain(`<p class="lesson-text"> ${text} </p>`);
  expect(html).toContain(`<p class="lesson-ask">☐ ${scene.ask}</p>`);
  expect(html).toContain(`<p class="scene-text"> ${OPENING_SCENE.text} </p>`);
});
