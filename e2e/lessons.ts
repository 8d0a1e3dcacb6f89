import { expect, type Locator, type Page } from '@playwright/test';
import { lessons } from '../src/lessons/registry.ts';
import type { LessonScene } from '../src/lessons/lesson.ts';
import page from '../src/copy/es/page.json' with { type: 'json' };
import parts from '../src/copy/es/parts.json' with { type: 'json' };
import { PlaygroundPage } from './playground-page.ts';

const spanish: Readonly<Record<string, string>> = { ...page, ...parts };

/** Milliseconds in which three bodies learn for as long as a scene asks, on a machine that does other work at the same time. */
const BODIES = 150_000;

/** A lesson beside the playground, as its readers and its tests know it. */
export class LessonsPage extends PlaygroundPage {
  readonly lesson: Locator;
  language = 'en';

  constructor(page: Page) {
    super(page);
    this.lesson = page.locator('aside.lesson');
  }

  /** Opens a scene by its address alone. */
  async openScene(place: string, language = 'en'): Promise<void> {
    this.language = language;
    const suffix = language === 'en' ? '' : `&lang=${language}`;
    await this.page.goto(`./#lesson=${place}${suffix}`);
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
    await expect(this.lesson.getByRole('heading', { level: 2 })).toBeVisible({ timeout: 20_000 });
  }

  /** What the page calls something, in the language in which it was opened. */
  said(english: string): string {
    return this.language === 'en' ? english : spanish[english]!;
  }

  get heading(): Locator {
    return this.lesson.getByRole('heading', { level: 2 });
  }

  /** The button that leads on, whatever it says now. */
  get onward(): Locator {
    return this.lesson.locator('.lesson-ways button').last();
  }

  /** What came of a prediction. */
  get verdict(): Locator {
    return this.lesson.locator('.lesson-right, .lesson-wrong');
  }

  /** Says what will come, by the option's place, and has it computed. */
  async predict(place: number): Promise<void> {
    await this.lesson.getByRole('radio').nth(place).check();
    await this.lesson.locator('button.primary').first().click();
    await expect(this.verdict).toBeVisible({ timeout: BODIES });
  }

  /** Does what a scene asks for; a deed is done as its place in `deeds` says. @param right whether predictions are those that come true */
  async finish(place: string, scene: LessonScene, right: boolean): Promise<void> {
    const { goal } = scene;
    if (goal.kind === 'choose') {
      const wanted = goal.taught ?? goal.options[0]!;
      const at = goal.options.findIndex((option) => (option === wanted) === right);
      await this.predict(at);
      if (goal.taught !== null) await expect(this.verdict).toHaveClass(right ? 'lesson-right' : 'lesson-wrong');
    } else if (goal.kind === 'place') {
      const point = this.lesson.getByRole('slider');
      await point.focus();
      await point.press(right ? 'Shift+ArrowRight' : 'End');
      await this.lesson.locator('button.primary').first().click();
      await expect(this.verdict).toBeVisible();
    } else if (goal.kind === 'do') {
      const deed = deeds[place];
      if (deed === undefined) throw new Error(`Nobody knows how to finish ${place}.`);
      await deed(this);
      await expect(this.verdict).toBeVisible({ timeout: BODIES });
    }
  }
}

const slide = (name: string | RegExp, keys: readonly string[]) => async (lessonsPage: LessonsPage) => {
  const slider = lessonsPage.column(0).getByRole('slider', { name }).first();
  for (const key of keys) {
    await slider.focus();
    await slider.press(key);
  }
};

const stepOn = (lessonsPage: LessonsPage) =>
  lessonsPage.page.getByRole('button', { name: lessonsPage.said('Step'), exact: true }).click();

/** How each deed is done. */
const deeds: Readonly<Record<string, (page: LessonsPage) => Promise<void>>> = {
  'update.1': async (lessonsPage) => stepOn(lessonsPage),
  'update.3': async (lessonsPage) => lessonsPage.map(0).click({ position: { x: 20, y: 20 } }),
  'kl.3': slide(/β/, ['Home']),
  'wasserstein.3': slide(/β/, ['Home']),
  'sinkhorn.2': slide(/λ/, ['Home']),
  'sinkhorn.3': slide(/λ/, ['End']),
  'price.2': slide(/δ/, ['End']),
  'price.4': slide(/β/, ['PageUp']),
  'decay.2': async ({ page }) => {
    const timeline = page.locator('.timeline input');
    await timeline.focus();
    await timeline.press('Home');
  },
  'cost.2': async (lessonsPage) => lessonsPage.show(lessonsPage.said('Cost M')),
  'cost.3': async ({ page }) => {
    const drawer = page.locator('details.drawer');
    if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').click();
    await page
      .getByRole('combobox', { name: /cost|coste/ })
      .first()
      .selectOption({ index: 0 });
  },
  'body.2': async ({ page }) => page.locator('.transport button.play').click(),
  'body.3': async (lessonsPage) => stepOn(lessonsPage),
  'own.2': async ({ page, lesson }) => {
    await lesson.getByRole('button', { name: /Draw the map|Dibujar el mapa/ }).click();
    const pad = page.getByRole('application', { name: /^(Map|Mapa), / });
    const box = (await pad.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('.editor button[title*="(Esc)"]').click();
  },
  'dial.2': slide(/dial|mando|\bs\b/, ['End']),
};

export { lessons };
