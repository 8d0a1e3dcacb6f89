import { test as base, expect, type Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** A browser that has never been here: nothing is prepared for it. */
const test = base.extend<{ playground: PlaygroundPage }>({
  playground: async ({ page }, use) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await use(new PlaygroundPage(page));
    expect(wrong).toEqual([]);
  },
});

const lesson = (page: Page) => page.getByRole('complementary', { name: /Lesson 1/ });
const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('trust-region-last'));

for (const [name, width, height] of [
  ['a desk', 1440, 900],
  ['a laptop', 1280, 720],
  ['a phone', 390, 844],
] as const) {
  test(`a first visit on ${name} opens the first lesson, and nothing moves while it comes`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            readonly value: number;
            readonly sources: readonly { readonly node: Node | null }[];
          };
          moved.push(`${value} ${sources.map(({ node }) => node?.textContent?.slice(0, 30)).join(' | ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await playground.open();
    await expect(lesson(page)).toContainText('The same policy, three rules');
    await expect(lesson(page).getByRole('button', { name: 'Skip' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Question' })).toBeHidden();
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
    // the number of the update has its room beside what stands next to it
    const [number, next] = await Promise.all([
      page.locator('output.iteration').boundingBox(),
      page.locator('.timeline ~ *').first().boundingBox(),
    ]);
    if (next !== null) expect(number!.x + number!.width).toBeLessThanOrEqual(next.x);
    // what it asks for can be done, and it can be left with the run
    await playground.button('Step').click();
    await expect(lesson(page).getByRole('button', { name: 'Next' })).toBeVisible();
    await lesson(page)
      .getByRole('button', { name: /Leave the lesson/ })
      .click();
    await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
    await playground.pausedAt(4);
  });
}

test('a bare address brings back where one was: world, settings, update and lesson', async ({ page, playground }) => {
  await playground.open('world=chain&run=kl&run=wasserstein,delta:0.05&k=4&play=0&end');
  await playground.pausedAt(4);
  await playground.button('Step').click();
  await playground.pausedAt(5);
  await expect.poll(() => kept(page)).toContain('k=5');
  await page.goto('about:blank');
  await playground.open();
  await playground.pausedAt(5);
  await expect(playground.world).toHaveValue('chain');
  await expect(playground.columns).toHaveCount(2);
  await expect(page).toHaveURL(/k=5/);

  await playground.open('lesson=kl.2');
  await expect.poll(() => kept(page)).toContain('lesson=kl.2');
  await page.goto('about:blank');
  await playground.open();
  await expect(page.getByRole('complementary', { name: /Lesson 2/ })).toBeVisible();
});

test('what is kept badly, or stopped a page, opens what is prepared', async ({ page, playground }) => {
  await page.addInitScript(() => {
    try {
      if (localStorage.getItem('spoilt') === null)
        localStorage.setItem('trust-region-last', 'world=nowhere&run=<b>&end');
      localStorage.setItem('spoilt', '1');
    } catch {
      // about:blank keeps nothing
    }
  });
  await playground.open();
  await expect(playground.problems).toContainText('nowhere');
  await expect(playground.columns).not.toHaveCount(0);
  await expect.poll(() => kept(page)).toMatch(/^v=.*end$/);
  // a page that was opening one and never came so far as to keep it: written from one that keeps nothing itself
  await page.goto('./favicon.svg');
  await page.evaluate(() => localStorage.setItem('trust-region-last', ''));
  await playground.open();
  await expect(page.getByRole('region', { name: 'Question' })).toContainText('How far may a policy jump');
});

test('a language that was chosen is kept for all pages, and a link’s goes before it', async ({ page, playground }) => {
  await playground.open();
  await lesson(page).getByLabel('language').selectOption('es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('complementary', { name: /Lección 1/ })).toBeVisible();
  await expect.poll(() => page.url()).toContain('lang=es');
  await page.goto('./claims.html');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.goto('./sweeps.html#lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByLabel('language').selectOption('es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(page.url()).toContain('lang=es');
});

test.describe('a browser that speaks Spanish', () => {
  test.use({ locale: 'es-MX' });
  test('opens in Spanish, and its words are there when the page is', async ({ page, playground }) => {
    await playground.open();
    await expect(page.getByRole('complementary', { name: /Lección 1/ })).toContainText('La misma política');
  });
});
