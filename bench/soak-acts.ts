import type { Page } from '@playwright/test';

/** Six columns, which every round comes back to. */
export const HOME =
  'estimator=gae&episodes=3&run=kl,rule:fixed,beta:50&run=wasserstein&run=sinkhorn&run=kl&run=ppo&run=a2c';

/** A small network of discrete actions, and one of continuous ones. */
const NETWORKS = [
  'world=cart-pole&width=16&environments=4&iterationSteps=64&run=kl&run=sinkhorn',
  'world=pendulum&width=16&environments=4&iterationSteps=64&states=16&particles=4&run=wasserstein&run=kl',
];

/** What a reader does between two rounds: each leaves the page as it found it, but for where it stands. Some tell how many tensors workers hold. */
export const soakActs: readonly ((page: Page) => Promise<number | void>)[] = [
  async function slider(page) {
    const beta = page.locator('[data-column="0"]').getByRole('slider', { name: /β/ });
    for (let n = 0; n < 20; n += 1) await beta.press(n % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
  },
  async function pictures(page) {
    for (const panel of ['Region', 'Numbers', 'Flow'])
      await page.locator('.panel-switch').getByText(panel, { exact: true }).click();
    for (const key of ['v', 'c', 'p']) await page.keyboard.press(key);
    await page.locator('.map').first().hover();
    for (let n = 0; n < 40; n += 1) await page.mouse.move(60 + 7 * n, 300 + (n % 5) * 9);
  },
  async function links(page) {
    for (const link of ['world=taxi&run=kl&run=wasserstein', 'world=chain', 'world=four-rooms&cost=angle']) {
      await page.evaluate((hash) => (location.hash = hash), link);
      await page.waitForTimeout(1500);
    }
  },
  async function backAndForth(page) {
    await page.keyboard.press(' ');
    for (let n = 0; n < 15; n += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
  },
  async function dialogs(page) {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('.hand-over').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('details.drawer summary').click();
    await page.locator('.drawer-column').first().waitFor();
    await page.locator('details.drawer summary').click();
  },
  async function screens(page) {
    for (const [width, height] of [
      [390, 844],
      [1024, 600],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(400);
    }
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
    }
  },
  async function networks(page) {
    let tensors = 0;
    for (const link of NETWORKS) {
      await page.evaluate((hash) => (location.hash = `${hash}&stop=4`), link);
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('[data-column]')].every(
            (one) => (one as HTMLElement).dataset.iteration === '4',
          ),
        undefined,
        { timeout: 120_000 },
      );
      for (const worker of page.workers()) {
        // where TensorFlow.js keeps its only engine
        tensors += await worker.evaluate(
          () => (self as { _tfengine?: { memory: () => { numTensors: number } } })._tfengine?.memory().numTensors ?? 0,
        );
      }
    }
    return tensors;
  },
];
