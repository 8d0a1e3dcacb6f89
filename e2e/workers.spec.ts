import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

// faults write to the console: these tests take the bare page, whose console may say what it likes

const WORKER = /assets\/training\.worker-.*\.js/;

/** Puts a line before the script of every column's worker. */
async function before(page: Page, line: string): Promise<void> {
  await page.route(WORKER, async (route) => {
    const script = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/javascript', body: `${line}\n${script}` });
  });
}

/** Takes a failed column up again, and sees it learn. */
async function restarts(playground: PlaygroundPage): Promise<void> {
  await playground.page.getByRole('button', { name: 'Restart this column' }).click();
  await expect(playground.columns.getByRole('alert')).toHaveCount(0);
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  const [at] = await playground.iterations();
  await playground.button('Step').click();
  await expect.poll(async () => Math.min(...(await playground.iterations()))).toBeGreaterThan(at!);
}

test('a worker that does not start fails its column alone, and starts when its script is there again', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  let asked = 0;
  await page.route(WORKER, (route) => {
    asked += 1;
    return asked === 2 ? route.fulfill({ status: 404 }) : route.continue();
  });
  await playground.open('play=0&k=2');
  await expect(playground.columns.getByRole('alert')).toHaveText(
    /^The worker could not be loaded\. The other columns go on\./,
  );
  await restarts(playground);
});

test('a worker whose memory is full says so; the others go on, and it can be restarted', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&k=2');
  await playground.pausedAt(2);
  await page.workers()[1]!.evaluate(() => {
    class Full extends Float64Array {
      constructor(first: number) {
        if (first > 8) throw new RangeError('Array buffer allocation failed');
        super(first);
      }
    }
    Object.assign(globalThis, { Float64Array: Full });
  });
  await playground.button('Step').click();
  await expect(playground.columns.getByRole('alert')).toHaveText(
    /^There is not enough memory \(Array buffer allocation failed\): .*The other columns go on\./,
  );
  await restarts(playground);
});

test('a worker that was killed is given up with a sentence, and the others go on', async ({ page }) => {
  await page.clock.install();
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&k=2');
  await playground.pausedAt(2);
  // as a system does that is short of memory: without a word
  await page
    .workers()[1]!
    .evaluate(() => close())
    .catch(() => undefined);
  await playground.button('Step').click();
  const failed = page.getByText('The worker has not answered for 15 seconds. The other columns go on.');
  await expect(async () => {
    await page.clock.fastForward(16_000);
    await expect(failed).toBeVisible({ timeout: 500 });
  }).toPass();
  await restarts(playground);
});

test('without OffscreenCanvas all is drawn, and without WebAssembly finite worlds are learned and the others say why not', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['OffscreenCanvas', 'WebAssembly']) Reflect.deleteProperty(window, name);
  });
  await before(page, 'for (const name of ["OffscreenCanvas", "WebAssembly"]) delete globalThis[name];');
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&k=3');
  await playground.pausedAt(3);
  await expect(page.locator('.part-failed')).toHaveCount(0);
  for (const world of ['cart-pole', 'hopper']) {
    await playground.world.selectOption(world);
    for (const column of await playground.columns.all()) {
      await expect(column.getByRole('alert')).toContainText('WebAssembly', { timeout: 30_000 });
    }
  }
  await playground.world.selectOption('chain');
  await playground.pausedAt(0);
});
