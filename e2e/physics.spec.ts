import { isAccessible } from './axe.ts';
import { parsedCsv, saved, standsAlone } from './figures-page.ts';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

/** Small networks and short iterations: what is tested is the page, not how well it learns. */
const SMALL = 'width=16&iterationSteps=256&environments=8';
const PENDULUM = `world=pendulum&${SMALL}&warmup=200&minibatch=32&run=kl&run=wasserstein`;

test('a task with discrete actions learns, moves and says what was fitted', async ({ playground, page }) => {
  await playground.open(`world=cart-pole&${SMALL}&stop=3`);
  await playground.pausedAt(3);
  for (const column of await playground.columns.all()) {
    await expect(column.locator('.standing')).toContainText('fit error');
    await expect(column.getByRole('application')).toBeVisible();
  }
  await expect(playground.column(0).locator('.scene canvas').first()).toBeVisible();
  await page.locator('.map-bar').getByText('value', { exact: true }).click();
  await expect(page.locator('.legend')).toContainText('V(s)');
});

test('continuous actions are moved as particles, at the state that is pinned', async ({ playground, page }) => {
  await playground.open(`${PENDULUM}&stop=2`);
  await playground.pausedAt(2);
  const panel = playground.panel(1).locator('.particles');
  await expect(panel).toContainText('particle');
  const before = await page.locator('.state-name').textContent();
  const box = await playground.map(0).boundingBox();
  await playground.map(0).click({ position: { x: box!.width / 2 + 40, y: 20 } });
  await expect(page.locator('.state-name')).not.toHaveText(before ?? '');
  await expect(page.getByLabel('Which state is shown')).toHaveValue('pinned');
});

test('where values come from is said, what looking ahead costs is counted, and an axis counts both', async ({
  playground,
  page,
}) => {
  const branched = `world=pendulum&learner=branch&${SMALL}&minibatch=32&states=32&particles=4&lookAhead=5&run=kl&run=trpo`;
  await playground.open(`${branched}&axis=simulated&charts=sampledReturn.kl.beta.ranking&open=charts&stop=3`);
  await playground.pausedAt(3);
  await expect(playground.panel(0)).toContainText('4 particles, valued by 5 steps of the simulator, then V');
  // a baseline values none
  await expect(playground.panel(1)).not.toContainText('valued by');
  const ahead = (column: number) => playground.panel(column).getByRole('img', { name: /particle: 5 steps/ });
  await expect(ahead(0)).toHaveCount(2);
  await expect(ahead(1)).toHaveCount(0);
  await playground.openShared();
  await expect(page.locator('.shared-summary')).toContainText('particles valued by 5 steps of the simulator, then V');
  // 32 states, 4 particles, 5 steps, valued twice; TRPO looks nowhere
  const counted = (column: number) => playground.column(column).locator('.standing .quiet');
  await expect(counted(0)).toHaveAttribute('title', /768 environment steps and 3,840 steps of look-ahead/);
  await expect(counted(1)).toHaveAttribute('title', /768 environment steps and 0 steps of look-ahead/);
  await expect(playground.charts.getByRole('combobox', { name: 'x-axis' })).toHaveValue('simulated');
  await expect(playground.charts.getByRole('slider', { name: /agreement of two valuings/ })).toHaveAccessibleName(
    /KL from 0\.\d+ to 0\.\d+.*TRPO: nothing yet/,
  );
  await page.getByRole('combobox', { name: 'particles valued by' }).selectOption('replay');
  await expect(page.locator('.shared-summary')).toContainText('particles valued by a Q-critic');
  await expect.poll(() => page.url()).toContain('learner=replay');
});

test('what was recorded stands in grey behind what is learned, is explained, saved, and can be put away', async ({
  playground,
  page,
}) => {
  await playground.open('world=cart-pole&play=0&run=kl&run=bridge');
  const chart = playground.charts.getByRole('slider', { name: /mean sampled return/ });
  const legend = playground.charts.locator('.recorded-legend');
  // the bridge was not recorded, and has none
  await expect(legend).toHaveText('grey: recorded beforehand, same method, median of 5 seeds');
  await expect(chart).toHaveAccessibleName(/Bridge: nothing yet; recorded beforehand: KL from \d.* to \d[^,]*$/);
  await legend.getByRole('button').hover();
  await expect(page.getByRole('tooltip')).toContainText(/KL: 500 after 61,440 steps, median of 5 seeds/);
  await page.mouse.move(5, 5);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await legend.getByRole('button').press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+S');
  const figure = page.getByRole('group', { name: /^Mean sampled return/ });
  const rows = parsedCsv((await saved(page, figure, 'CSV')).bytes).filter(([name]) => name!.includes('recorded'));
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set(['KL, recorded, median of 5 seeds']));
  const { bytes } = await saved(page, figure, 'SVG');
  await standsAlone(page, bytes);
  // the grey of what is kept
  expect(bytes.toString('utf8')).toMatch(/stroke="#7d8792"/);
  expect(bytes.toString('utf8')).toContain('grey: recorded beforehand');
  await page.keyboard.press('Escape');
  await playground.button('more charts').click();
  await page.getByRole('checkbox', { name: 'recorded curves' }).uncheck();
  await expect(legend).toHaveText('');
  await expect(chart).not.toHaveAccessibleName(/recorded/);
});

test('a recording that comes late moves nothing, and what plays at once makes no room for it', async ({
  playground,
  page,
}) => {
  await page.route(/recordings\/cart-pole\.json$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await playground.open(`world=cart-pole&${SMALL}&play=0&run=kl`);
  const top = async () => (await playground.column(0).boundingBox())!.y;
  const recording = page.getByRole('region', { name: 'A recording' });
  await expect(recording).toHaveCount(0);
  const before = await top();
  await expect(recording).toBeVisible();
  expect(await top()).toBe(before);
  await playground.button('Play').click();
  await expect(recording).toHaveCount(0);
  expect(await top()).toBeLessThan(before);
});

test('of other settings the legend says so, and a recording that is not there leaves nothing and breaks nothing', async ({
  playground,
  page,
}) => {
  const legend = playground.charts.locator('.recorded-legend');
  await playground.open(`world=cart-pole&${SMALL}&stop=2&run=kl`);
  await playground.pausedAt(2);
  await expect(legend).toHaveText('grey: recorded with the default settings, same method, median of 5 seeds');
  await page.route(/recordings\/acrobot\.json$/, (route) => route.fulfill({ json: { curves: 'none' } }));
  await playground.world.selectOption('acrobot');
  await expect(legend).toHaveText('');
  await playground.button('Step').click();
  await playground.pausedAt(1);
  await expect(legend).toHaveText('');
});

test('the same link gives the same digests again, after steps back, and in Firefox', async ({
  playground,
  firefox,
}) => {
  const link = `${PENDULUM}&stop=4`;
  await playground.open(link);
  await playground.pausedAt(4);
  const digests = await playground.digests();
  await playground.button('Step back').click();
  await playground.pausedAt(3);
  await playground.button('Step').click();
  await playground.pausedAt(4);
  expect(await playground.digests()).toEqual(digests);
  const url = new URL(playground.page.url());
  expect(await firefox.digests(`${url.origin}${url.pathname}#${link}`)).toEqual(digests);
});

test('every setting of a task is in the link, and comes back', async ({ playground, page }) => {
  await playground.open('world=pendulum&play=0&particles=8&updateRatio=0.1&gamma=0.9&run=sinkhorn,lambda:30');
  await playground.openShared();
  await expect(page.getByRole('textbox', { name: 'particles' })).toHaveValue('8');
  await page.getByRole('textbox', { name: 'particles' }).fill('6');
  await page.getByRole('textbox', { name: 'particles' }).press('Enter');
  await expect.poll(() => page.url()).toContain('particles=6');
  for (const part of ['updateRatio=0.1', 'gamma=0.9', 'lambda:30']) expect(page.url()).toContain(part);
  await playground.world.selectOption('chain');
  await expect.poll(() => page.url()).not.toContain('particles');
});

test('MuJoCo is fetched when its world is opened, and not before', async ({ playground, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await playground.open('play=0');
  expect(fetched.filter((url) => url.includes('wasm') || url.includes('mujoco'))).toEqual([]);
  await playground.world.selectOption('hopper');
  await expect(playground.root).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
  expect(fetched.some((url) => /mujoco.*\.wasm$/.test(url))).toBe(true);
  await expect(playground.column(0).locator('.scene canvas').first()).toBeVisible();
});

test('an engine that cannot be had is said in a sentence, and the column can be tried again', async ({ page }) => {
  await page.route(/mujoco-.*\.wasm$/, (route) => route.fulfill({ status: 503 }));
  const playground = new PlaygroundPage(page);
  await page.goto('./#world=hopper&play=0&run=kl');
  const failed = playground.column(0).getByRole('alert');
  await expect(failed).toContainText('MuJoCo could not be loaded: the server answered 503.', { timeout: 30_000 });
  await page.unroute(/mujoco-.*\.wasm$/);
  await failed.getByRole('button', { name: 'Restart this column' }).click();
  await expect(playground.root).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
});

test('a column that is closed in the middle of an iteration leaves the others to go on', async ({ playground }) => {
  await playground.open(`world=cart-pole&${SMALL}&iterationSteps=8192&stop=2&run=kl&run=wasserstein`);
  await playground.openShared();
  await playground.own(1).getByRole('button', { name: 'Remove' }).click();
  await expect(playground.columns).toHaveCount(1);
  await playground.pausedAt(2);
});

for (const [name, width, height] of [
  ['wide', 1280, 720],
  ['narrow', 390, 844],
] as const) {
  test(`axe finds nothing on a physics task, light and dark, ${name}`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height });
    await playground.open(`${PENDULUM}&stop=2`);
    await playground.pausedAt(2);
    await playground.openShared();
    await expect(page.locator('.particles').first()).toBeVisible();
    await expect(page.locator('.scene').first()).toBeVisible();
    await isAccessible(page);
  });
}

test('the variables that a slice does not show are put where the reader wants them', async ({ playground, page }) => {
  await playground.open(`world=acrobot&${SMALL}&stop=2&run=kl`);
  await playground.pausedAt(2);
  const fit = playground.panel(0).locator('.update-words').last();
  // of the update that is shown: words come some frames after it
  let before = '';
  await expect
    .poll(async () => {
      const last = before;
      before = await fit.innerText();
      return last === before;
    })
    .toBe(true);
  const digests = await playground.digests();
  await page.getByText('others at rest').press('Enter');
  await page.getByRole('slider', { name: /second angle θ₂/ }).press('End');
  await expect(page.getByText('others: θ₂ = 3')).toBeVisible();
  await expect(fit).not.toHaveText(before);
  // a look changes nothing
  expect(await playground.digests()).toEqual(digests);
  await page.getByRole('button', { name: 'Put all to rest' }).click();
  await expect(fit).toHaveText(before, { useInnerText: true });
  await expect(page.getByText('others at rest')).toBeVisible();
});

test('a moving scene stands still for who asked for less motion, and pauses for who presses it', async ({
  playground,
  page,
}) => {
  await playground.open(`world=cart-pole&${SMALL}&stop=3&run=kl`);
  await playground.pausedAt(3);
  const scene = playground.column(0).locator('.scene');
  await expect(scene).toContainText(/latest episode: return \d+, \d+ steps/);
  const button = scene.getByRole('button');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(scene.getByRole('button')).toHaveCount(0);
  await expect(scene.getByRole('img')).toBeVisible();
});
