import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { ended, openFile, runButton, state, TINY } from './sweeps-page.ts';
import { beenHere, expect, test } from './test.ts';

const noAlert = async (playground: PlaygroundPage): Promise<void> => {
  await expect(playground.page.getByRole('alert')).toHaveCount(0);
  await expect(playground.page.locator('.part-failed')).toHaveCount(0);
};

test('a machine that slept for an hour goes on where it was, and does not catch up', async ({ playground, page }) => {
  await page.clock.install();
  await playground.open('world=taxi&run=kl&run=wasserstein&run=sinkhorn&play=1');
  await playground.reaches(2);
  for (let night = 0; night < 3; night += 1) {
    const [at] = await playground.iterations();
    await page.clock.fastForward('01:00:00');
    await playground.reaches(at! + 2);
    // five a second for an hour are 18,000
    expect((await playground.iterations())[0]).toBeLessThan(at! + 200);
  }
  await noAlert(playground);
});

/** Hides the tab as a browser does: no animation frame comes until it is shown again, and then those that were asked for. */
function hideable(): void {
  const waiting: FrameRequestCallback[] = [];
  const known = requestAnimationFrame.bind(window);
  let hidden = false;
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  window.requestAnimationFrame = (callback) => (hidden ? -waiting.push(callback) : known(callback));
  Object.assign(window, {
    hide: (wish: boolean) => {
      hidden = wish;
      document.dispatchEvent(new Event('visibilitychange'));
      if (!hidden) for (const callback of waiting.splice(0)) known(callback);
    },
  });
}

const hide = (page: Page, wish: boolean): Promise<void> =>
  page.evaluate((hidden) => (window as unknown as { hide: (wish: boolean) => void }).hide(hidden), wish);

/** What the first map shows: the bytes of its pixels. */
const drawn = (playground: PlaygroundPage): Promise<number[]> =>
  playground
    .map(0)
    .locator('canvas')
    .first()
    .evaluate((one) => {
      const { width, height } = one as HTMLCanvasElement;
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      copy.drawImage(one as HTMLCanvasElement, 0, 0);
      return [...copy.getImageData(0, 0, width, height).data];
    });

/** The share of bytes that differ by more than the edges of what is drawn cell by cell do. */
const differing = (one: readonly number[], other: readonly number[]): number =>
  one.filter((byte, n) => Math.abs(byte - other[n]!) > 60).length / one.length;

test('a hidden tab goes on learning, and shows the newest when it is seen again', async ({ playground, page }) => {
  const link = 'world=four-rooms&run=kl&run=wasserstein&stop=14';
  await page.addInitScript(hideable);
  await playground.open(link);
  await playground.reaches(1);
  await hide(page, true);
  const before = await drawn(playground);
  await playground.pausedAt(14);
  await hide(page, false);
  await playground.pausedAt(14);
  const digests = await playground.digests();
  await expect.poll(async () => (await page.locator('.timeline').innerText()).includes('14')).toBe(true);
  const seen = await drawn(playground);
  await page.goto('about:blank');
  await playground.open(link);
  await playground.pausedAt(14);
  expect(await playground.digests()).toEqual(digests);
  const wanted = await drawn(playground);
  // what was there when it was hidden is another picture
  expect(differing(before, wanted)).toBeGreaterThan(0.01);
  expect(differing(seen, wanted)).toBeLessThan(0.002);
});

test('on a slow machine of one core six columns go on together, and a sweep has one worker', async ({
  playground,
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 }));
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await playground.open('run=kl&run=wasserstein&run=sinkhorn&run=kl&run=ppo&run=a2c');
  await playground.reaches(4);
  await page.getByRole('button', { name: /^Pause/ }).click();
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
  expect(new Set(await playground.iterations()).size).toBe(1);
  await noAlert(playground);
  await page.goto('./sweeps.html');
  let most = 0;
  page.on('worker', () => (most = Math.max(most, page.workers().length)));
  await openFile(page, { ...TINY, seeds: 1 });
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(state(page)).toHaveAttribute('data-done', '4');
  expect(most).toBe(1);
});

test('a network that goes in the middle stops nothing that is there; what is not is said, and comes with it', async ({
  page,
  context,
}) => {
  const playground = new PlaygroundPage(page);
  await beenHere(page);
  await playground.open('');
  await playground.reaches(2);
  // what comes after the first picture is there: only what is asked for is missing
  await expect(playground.charts).toBeVisible();
  await context.setOffline(true);
  const [at] = await playground.iterations();
  await playground.button('Step').click();
  await expect.poll(async () => Math.min(...(await playground.iterations()))).toBeGreaterThan(at!);
  await page.keyboard.press(' ');
  await playground.openShared();
  const failed = page.locator('.part-failed');
  await expect(failed).toContainText('the network is gone', { timeout: 30_000 });
  await expect(playground.map(0)).toBeVisible();
  await context.setOffline(false);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.drawer-column')).toHaveCount(3);
  // a dialog with a style of its own, of which nothing was there
  await context.setOffline(true);
  await playground.button('Share').click();
  await expect(failed).toContainText('the network is gone', { timeout: 30_000 });
  await context.setOffline(false);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.hand-over')).toBeVisible();
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet !== null),
    ),
  ).toBe(true);
});
