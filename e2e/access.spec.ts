import { isAccessible } from './axe.ts';
import { expect, test } from './test.ts';

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['narrow', 390, 844],
] as const) {
  test(`axe finds nothing, light and dark, ${name}`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height });
    await playground.open('stop=4');
    await playground.pausedAt(4);
    await playground.openShared();
    await isAccessible(page);
    await playground.button('Share').click();
    for (const way of ['Link', 'Frame for a course', 'File', 'Kept runs']) {
      await page.locator('.hand-over').getByText(way, { exact: true }).click();
      await isAccessible(page, 'dialog[open]');
    }
    await page.keyboard.press('Escape');
    await playground.button('Keys and help').click();
    await isAccessible(page, 'dialog[open]');
  });
}

test('the whole page by keyboard', async ({ playground, page }) => {
  await playground.open('play=0');
  await playground.pausedAt(0);
  await page.keyboard.press('ArrowRight');
  await playground.pausedAt(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await playground.pausedAt(3);
  await page.keyboard.press('ArrowLeft');
  await playground.pausedAt(2);
  await page.keyboard.press('Home');
  await playground.pausedAt(0);
  await page.keyboard.press('End');
  await playground.pausedAt(3);
  await page.keyboard.press('2');
  await expect(playground.column(1)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(playground.root).toHaveAttribute('data-status', 'playing');
  await page.keyboard.press(' ');
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'value', exact: true })).toBeChecked();
});

test('a map is walked with the arrow keys, and a state is pinned in all columns', async ({ playground, page }) => {
  await playground.open('play=0');
  await playground.map(0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const iterations = await playground.iterations();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Which state is shown')).toHaveValue('pinned');
  await expect(page.locator('.cursor.pin')).toHaveCount(3);
  expect(await playground.iterations()).toEqual(iterations);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cursor.pin')).toHaveCount(0);
});

test('a plan is a table whose sums are the marginals', async ({ playground }) => {
  await playground.open('stop=3');
  await playground.pausedAt(3);
  await playground.show('Numbers');
  for (let index = 0; index < 3; index += 1) {
    await expect(playground.panel(index).locator('table.matrix').first()).toBeVisible();
    const rows = await playground
      .panel(index)
      .locator('table.matrix')
      .first()
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => {
          const cells = [...row.querySelectorAll('td')];
          const masses = cells.slice(0, -1).map((cell) => Number(cell.title.split(': ').at(-1)));
          return { sum: masses.reduce((total, mass) => total + mass, 0), marginal: Number(cells.at(-1)!.title) };
        }),
      );
    expect(rows).toHaveLength(4);
    for (const { sum, marginal } of rows) expect(Math.abs(sum - marginal)).toBeLessThan(1e-12);
  }
});

test('with reduced motion nothing plays by itself', async ({ playground, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await playground.open('seed=1');
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
  await playground.pausedAt(0);
  await playground.digests();
  // and a link that stops somewhere is there
  await page.goto('about:blank');
  await playground.open('stop=5');
  await playground.pausedAt(5);
});

test('nothing is wider than a phone', async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const world of ['cliff-walking', 'taxi', 'chain', 'four-rooms']) {
    await playground.open(`world=${world}&play=0`);
    for (const panel of ['Region', 'Numbers', 'Cost M', 'Flow']) {
      await playground.show(panel);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  }
});

test('on a phone, play is under the thumb, and every word with dots explains itself by a tap', async ({
  phone: playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.pausedAt(3);
  const box = (await playground.button('Play').boundingBox())!;
  expect(box.y).toBeGreaterThan(780);
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  for (const index of [0, 1, 2]) await expect(playground.map(index)).toBeInViewport();
  await page.locator('.map-bar .term').tap();
  await expect(page.getByRole('tooltip')).toContainText('ring');
});

test('on a phone settings are a sheet: what is turned in it is seen above it', async ({ phone: playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.pausedAt(3);
  const gear = page.locator('.to-settings');
  await gear.tap();
  await expect(gear).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.drawer-column')).toHaveCount(3);
  await expect(page.locator('.drawer > summary')).toBeFocused();
  const [sheet, bar] = [await page.locator('.drawer').boundingBox(), await gear.boundingBox()];
  expect(sheet!.y + sheet!.height).toBeLessThanOrEqual(bar!.y);
  await expect(playground.map(0)).toBeInViewport({ ratio: 1 });
  const before = await playground.digests();
  await page.locator('.drawer').getByRole('slider', { name: 'discount' }).fill('0.5');
  await playground.button('Step').tap();
  await expect.poll(async () => (await playground.digests())[0]).not.toBe(before[0]);
  await expect(page.locator('.drawer-column').first()).toBeAttached();
  await gear.tap();
  await expect(gear).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('.drawer-column')).toHaveCount(0);
});

test('the theme that was chosen is there after a reload, on every page', async ({ playground, page }) => {
  await playground.open('play=0');
  await page.getByLabel('Theme').selectOption('dark');
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(scheme).toBe('dark');
  for (const path of ['./#play=0', './sweeps.html', './claims.html']) {
    await page.goto(path);
    await expect(page.getByLabel('Theme')).toHaveValue('dark');
    expect(await scheme()).toBe('dark');
  }
});

test('charts are walked by arrow keys, read out, and left by Tab', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open('run=kl&run=wasserstein&play=0&k=6&end');
  await playground.pausedAt(6);
  const charts = playground.charts.getByRole('slider');
  await charts.first().focus();
  await expect(charts.first()).toHaveAttribute('aria-valuetext', /arrow keys/);
  await page.keyboard.press('ArrowLeft');
  await expect(charts.first()).toHaveAttribute('aria-valuetext', /^update 6: KL .* · WPO /);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(charts.first()).toHaveAttribute('aria-valuetext', /^update 4: /);
  await expect(playground.charts.locator('.chart-cursor')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(charts.first()).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await playground.pausedAt(2);
  await page.keyboard.press('ArrowDown');
  await expect(charts.nth(1)).toBeFocused();
  await expect(playground.charts.locator('.chart-cursor')).toHaveCount(0);
  // one stop for all of them
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'more charts' })).toBeFocused();
  await isAccessible(page);
});

test('every page begins with a summary in four parts for who does not see it', async ({ page }) => {
  for (const [address, here, now] of [
    ['./claims.html', 'Here: the six claims', /Now: 1 holds, .*only under conditions.*\./],
    ['./sweeps.html', 'Here: a sweep', /Now: (results of|.*nothing was run yet)/],
    ['./lessons.html', 'Here: the lessons', /Now: 0 scenes are done\./],
    ['./#play=0&k=2', 'Here: 3 columns', /Now: Update 2/],
  ] as const) {
    await page.goto(address);
    const parts = page.getByRole('region', { name: 'Summary', exact: true }).locator('p');
    await expect(parts).toHaveCount(4);
    await expect(parts.nth(0)).toContainText(here);
    await expect(parts.nth(1)).toContainText('You can turn: ');
    await expect(parts.nth(2)).toContainText(now);
    await expect(parts.nth(3)).toContainText('Hint: ');
  }
});
