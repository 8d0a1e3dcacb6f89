import { holdingOf } from './memory.ts';
import { expect, test } from './test.ts';

/** Milliseconds between two looks: with every frame kept this would be tens of megabytes. */
const WHILE = 6000;

for (const [name, link, flatOut] of [
  [
    'six columns flat out',
    'run=kl,rule:fixed,beta:50&run=wasserstein&run=sinkhorn&run=kl&run=sinkhorn,lambda:8&run=ppo&estimator=gae&episodes=3',
    true,
  ],
  [
    'Taxi at default speed',
    'world=taxi&estimator=gae&run=kl,rule:fixed,beta:5&run=wasserstein,rule:fixed,beta:5&run=sinkhorn,rule:fixed,beta:5',
    false,
  ],
] as const) {
  test(`${name}: no more is held after a while than at first`, async ({ playground, page }) => {
    const client = await page.context().newCDPSession(page);
    await playground.open(link);
    if (flatOut) await page.getByLabel('speed').selectOption('Infinity');
    await playground.reaches(10);
    await page.waitForTimeout(2000);
    const before = await holdingOf(page, client);
    const from = (await playground.iterations())[0]!;
    await page.waitForTimeout(WHILE);
    const after = await holdingOf(page, client);
    const iterations = await playground.iterations();
    expect(iterations[0]).toBeGreaterThan(from + 20);
    await expect(playground.root).toHaveAttribute('data-status', 'playing');
    // histories grow in doublings to 16384 rows of 176 bytes
    const rows = Math.min(16_384, 2 * (iterations[0]! - from));
    const histories = (176 * rows * iterations.length) / 1e6;
    expect(after.arrays - before.arrays).toBeLessThan(5 + histories);
    expect(after.heap - before.heap).toBeLessThan(6);
    expect(after.nodes).toBeLessThan(1.2 * before.nodes + 200);
    // parts of the page that were just replaced are let go some looks later, whatever is collected
    expect(after.listeners).toBeLessThan(1.2 * before.listeners + 200);
    expect(after.workers).toBe(before.workers);
  });
}
