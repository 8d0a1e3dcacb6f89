import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { isAccessible } from './axe.ts';
import { expect, test } from './test.ts';

/** A page of another origin that has the playground in a frame, and what it was told. */
class Host {
  #server: Server | null = null;

  async open(page: Page, address: string, options = ''): Promise<FrameLocator> {
    const body = `<!doctype html><title>Course</title><iframe id="frame" title="frame" ${options} width="640" height="420" src="${address.replaceAll('&', '&amp;')}"></iframe>
      <script>window.told = []; addEventListener('message', ({ source, data }) => source === frame.contentWindow && told.push(data));</script>`;
    this.#server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(body));
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
    return page.frameLocator('iframe');
  }

  close(): void {
    this.#server?.close();
  }
}

interface Told {
  readonly type: string;
  readonly iteration?: number;
  readonly says?: string;
  readonly height?: number;
}

const told = (page: Page): Promise<Told[]> => page.evaluate(() => (window as unknown as { told: Told[] }).told);
const say = (page: Page, command: object): Promise<void> =>
  page.evaluate((message) => {
    const frame = document.querySelector<HTMLIFrameElement>('#frame')!;
    frame.contentWindow!.postMessage({ target: 'trust-region-playground', ...message }, '*');
  }, command);

const LINK = 'world=chain&run=kl&run=sinkhorn&play=0&k=3&view=embed';

let host: Host;
test.beforeEach(() => {
  host = new Host();
});
test.afterEach(() => host.close());

test('a page that has it in a frame hears where it stands, and steers it', async ({ page, baseURL }) => {
  const frame = await host.open(page, `${baseURL}#${LINK}`);
  await expect(frame.locator('#root')).toHaveAttribute('data-status', 'ready');
  await expect
    .poll(async () => (await told(page)).map(({ type }) => type))
    .toEqual(expect.arrayContaining(['ready', 'height', 'iteration']));
  await say(page, { type: 'go', iteration: 9 });
  await expect.poll(async () => (await told(page)).findLast(({ type }) => type === 'iteration')?.iteration).toBe(9);
  await say(page, { type: 'set', column: 1, key: 'lambda', value: 7 });
  await say(page, { type: 'play' });
  await expect
    .poll(async () => (await told(page)).findLast(({ type }) => type === 'iteration')?.iteration)
    .toBeGreaterThan(10);
  await say(page, { type: 'pause' });
  await expect(frame.locator('#root')).toHaveAttribute('data-status', 'ready');
  await expect(frame.getByRole('link', { name: /playground/ })).toHaveAttribute('href', /lambda:7/);
  const before = page.frames()[1]!.url().replace(/#.*/, '');
  for (const [command, sentence] of [
    [{ type: 'navigate', href: 'https://example.org' }, 'type is "navigate"; expected is play, pause, go or set.'],
    [{ type: 'go', iteration: -1 }, 'iteration is "-1"; expected is a whole number from 0 to 1000000.'],
    [
      { type: 'set', column: 7, key: 'delta', value: 1 },
      'column is "7"; expected is a whole number from 0 to 1, or none.',
    ],
    [{ type: 'set', column: 0, key: '__proto__', value: 1 }, 'key is "__proto__", which is no setting of kl.'],
    [{ type: 'set', key: 'gamma', value: 9 }, 'gamma = 9 is outside 0 to 0.999; 0.999 is used.'],
    [{ type: 'set', key: 'gamma', value: { valueOf: 1 } }, 'expected is a number or a text'],
  ] as const) {
    await say(page, command);
    await expect
      .poll(async () => (await told(page)).findLast(({ type }) => type === 'problem')?.says)
      .toContain(sentence);
  }
  expect(page.frames()[1]!.url().replace(/#.*/, '')).toBe(before);
});

test('it takes no command from its own window, and says nothing where no page is around it', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}#${LINK}`);
  await expect(page.locator('#root')).toHaveAttribute('data-status', 'ready');
  await page.evaluate(() => {
    Object.assign(window, { told: [] });
    addEventListener('message', ({ data }) => (window as unknown as { told: unknown[] }).told.push(data));
    postMessage({ target: 'trust-region-playground', type: 'go', iteration: 40 }, '*');
  });
  await page.waitForTimeout(400);
  await expect(page.locator('output.iteration')).toHaveText('update 3');
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told.length)).toBe(1);
});

test('it trains in a frame without an origin', async ({ page, baseURL }) => {
  const frame = await host.open(page, `${baseURL}#${LINK}`, 'sandbox="allow-scripts"');
  await expect(frame.locator('#root')).toHaveAttribute('data-status', 'ready');
  await expect(frame.locator('output.iteration')).toHaveText('update 3');
  await frame.getByRole('button', { name: /Play/ }).click();
  await expect
    .poll(async () => (await told(page)).findLast(({ type }) => type === 'iteration')?.iteration)
    .toBeGreaterThan(4);
});

test('a frame has what its link lets through and nothing else, from 320 × 240 on', async ({ playground, page }) => {
  await page.setViewportSize({ width: 320, height: 240 });
  await playground.open(LINK);
  await expect(page.getByRole('button')).toHaveCount(1);
  // a chart is read by keys, and sets nothing
  await expect(page.getByRole('slider').and(page.locator('input'))).toHaveCount(0);
  await expect(page.getByRole('combobox')).toHaveCount(0);
  const inside = () =>
    page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(await inside()).toEqual([320, 240]);
  await isAccessible(page);
  await page.keyboard.press('r');
  await expect(page.locator('output.iteration')).toHaveText('update 3');
  await page.setViewportSize({ width: 960, height: 640 });
  await playground.open(
    `${LINK}&controls=play,timeline,step,price,own,method,heat,state,panel&show=question,standing,maps,update,charts`,
  );
  await expect(page.getByRole('slider', { name: 'timeline' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Method of column 1' })).toBeVisible();
  await expect(page.getByRole('slider', { name: /entropic weight/ })).toBeVisible();
  await isAccessible(page);
});

test('what a frame does not know is said', async ({ playground }) => {
  await playground.open('view=embed&controls=play,steer&show=maps,moons&play=0');
  await expect(playground.problems).toContainText('controls has "steer", which is not one of play, timeline');
  await expect(playground.problems).toContainText('moons');
  await playground.page.goto('about:blank');
  await playground.open('controls=play&play=0');
  await expect(playground.problems).toContainText('controls = "play" has a meaning in view=embed only; it is ignored.');
});

test('a teacher ticks what students see, looks at it, and copies the text', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open('world=chain&run=kl&run=sinkhorn&play=0&k=4');
  await playground.pausedAt(4);
  await playground.button('Share').click();
  await page.locator('.hand-over').getByText('Frame for a course', { exact: true }).click();
  await page.getByLabel('the price β of each column').check();
  await page.getByLabel('a chart').uncheck();
  await page.getByLabel('and pauses at update').fill('12');
  const preview = page.frameLocator('iframe[title="Preview"]');
  await expect(preview.locator('output.iteration')).toHaveText('update 4');
  await expect(preview.getByRole('slider', { name: /price β/ })).toHaveCount(2);
  await playground.button('Copy frame').click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^<iframe src="http[^"]+view=embed&amp;controls=play,price[^"]*show=maps[^"]*" width="640"/);
  expect(text).toContain('stop=12');
});
