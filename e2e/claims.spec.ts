import { isAccessible } from './axe.ts';
import { ClaimsPage } from './claims-page.ts';
import { parsedCsv, saved, standsAlone } from './figures-page.ts';
import { expect, test } from './test.ts';

test('every claim has its verdict and its picture at once, on less than 4,300 pixels, of light files only', async ({
  page,
}) => {
  const claims = new ClaimsPage(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.setViewportSize({ width: 1440, height: 900 });
  await claims.goto();
  await expect(page.locator('.claim-card .verdict-word')).toHaveCount(10);
  await expect(page.locator('.claims-count')).toHaveText(/1 holds · 4 only under conditions · 1 does not hold here/);
  await expect(page.locator('.claim-card .claim-picture')).toHaveCount(27);
  await expect(claims.card('scarcity').getByRole('img')).toHaveAttribute(
    'aria-label',
    /KL falls from [\d,]+ to [\d,]+; WPO stays at [\d,]+ until 0\.3/,
  );
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4300);
  expect(fetched.filter((url) => url.includes('/results/'))).toEqual([]);
});

test('a card opens below its row, and nothing moves under the pointer', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await claims.goto();
  const cards = ['monotonic', 'limit', 'decay'];
  const places = () => Promise.all(cards.map((id) => claims.card(id).boundingBox()));
  const before = await places();
  await claims.button('limit').press('Enter');
  await expect(claims.button('limit')).toHaveAttribute('aria-expanded', 'true');
  const opened = claims.opened('limit');
  await expect(opened.getByRole('img').first()).toBeVisible();
  expect(await places()).toEqual(before);
  expect((await opened.boundingBox())!.y).toBeGreaterThan(before[0]!.y + before[0]!.height);
  expect(page.url()).toContain('#limit');
  await claims.button('limit').press('Enter');
  await expect(opened).toBeHidden();
  expect(await places()).toEqual(before);
});

test('a researcher has the tables, where a number opens the run nearest to it', async ({ page, playground }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('scarcity');
  const opened = claims.opened('scarcity');
  await expect(opened.getByText('npm run --silent sweep -- public/claims/4-few.json')).toBeHidden();
  await page.getByLabel('as a researcher').check();
  await expect(opened.getByText('npm run --silent sweep -- public/claims/4-few.json')).toBeVisible();
  await expect(opened.getByText(/seeds 1 to 20, \d{4}-\d\d-\d\d, version \S+, code \w+/).first()).toBeVisible();
  const link = opened.locator('.result-table td a').first();
  await expect(link).toHaveAttribute('title', /opens the run nearest to it, seed \d+: /);
  const href = (await link.getAttribute('href')) ?? '';
  expect(href).toContain('estimator=model');
  await page.goto(href);
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  await expect(playground.columns).toHaveCount(1);
});

test('words of the why explain themselves by focus, and Esc closes them', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('scarcity');
  const word = claims.opened('scarcity').getByRole('button', { name: 'dead zone' });
  await expect(word).toBeVisible();
  // a focus that comes by the keyboard
  await claims.button('scarcity').focus();
  await page.keyboard.press('Tab');
  for (let n = 0; n < 12 && !(await word.evaluate((element) => element === document.activeElement)); n += 1)
    await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toContainText('never taken');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
});

test('a trial draws its runs into the picture, says what it comes to, and whether it is clear', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('split');
  const opened = claims.opened('split');
  await expect(opened.locator('.run-dots circle')).toHaveCount(0);
  await opened.getByRole('button', { name: /^Try it: about/ }).click();
  await expect(opened.locator('[data-small="done"]')).toBeVisible({ timeout: 60_000 });
  expect(await opened.locator('.run-dots circle').count()).toBeGreaterThan(10);
  await expect(opened.getByRole('status')).toContainText('stands still for good');
  await expect(opened.getByRole('status')).toContainText('Clear: nothing in it is random');
  await expect(opened.getByRole('button', { name: /^Run again/ })).toBeEnabled();
});

test('a trial has as many seeds as are asked for, can be cancelled, and run again', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('speed');
  const opened = claims.opened('speed');
  const start = opened.getByRole('button', { name: /^Try it: about/ });
  await expect(start).toBeEnabled();
  const runs = async () => Number(/of (\d+) runs/.exec(await opened.locator('.try-progress').innerText())?.[1]);
  const before = await runs();
  await opened.getByRole('slider', { name: 'seeds' }).press('End');
  await expect.poll(runs).toBeGreaterThan(before);
  await start.click();
  await opened.getByRole('button', { name: 'Cancel' }).click();
  await expect(opened.getByRole('button', { name: /^Run again/ })).toBeEnabled();
});

test('a figure of the paper has a word for each number beside the authors’ own', async ({ page, playground }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('paper-methods');
  const opened = claims.opened('paper-methods');
  await expect(opened.getByRole('img', { name: /^Chain: over counted steps.*the authors’ logs say/ })).toBeVisible();
  const rows = opened.getByRole('row');
  await expect(rows.filter({ hasText: 'Cliff walking' }).filter({ hasText: 'SPO' })).toContainText(
    'their file is in doubt',
  );
  await expect(rows.filter({ hasText: 'Cliff walking' }).filter({ hasText: 'WPO' })).toContainText(
    'never end an episode',
  );
  await rows.filter({ hasText: 'Chain' }).filter({ hasText: 'KL' }).getByRole('link').click();
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  expect(page.url()).toContain('baseline=constant');
});

test('a physics task has a card that says who reached what, and opens to its curves, numbers and runs', async ({
  playground,
}) => {
  const { page } = playground;
  const claims = new ClaimsPage(page);
  await claims.goto();
  await expect(claims.card('physics-cart-pole')).toContainText(
    '475 is wanted: KL, WPO, SPO, TRPO and PPO end there or above, A2C does not reach it',
  );
  await expect(claims.card('physics-walker2d').getByRole('img')).toHaveAccessibleName(
    /Walker: .*KL, 5 seeds, ends at 3,270 .*: reached at the end; WPO, .*: passed on the way/,
  );
  const opened = await claims.open('physics-pendulum');
  await expect(opened.getByRole('img')).toHaveCount(3);
  await expect(
    opened.getByRole('img', { name: /^by acted steps\. return of an episode over.*KL goes from/ }),
  ).toBeVisible();
  await expect(opened.getByRole('img', { name: /look-ahead included: KL goes from/ })).toBeVisible();
  await expect(opened.getByRole('img', { name: /minutes of training: KL goes from/ })).toBeVisible();
  const row = opened.getByRole('row').filter({ hasText: 'WPO' });
  await expect(row).toContainText(/5\s*40,000\s*1,740,800.*−162−1\d\d … −109.*−200at the end/);
  await opened.getByText('How to run it again').click();
  await expect(opened.locator('code').first()).toHaveText("npm run --silent record -- 'world=pendulum' 40000 5");
  await opened.getByRole('button', { name: 'Save: by acted steps' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save: by acted steps' });
  const csv = parsedCsv((await saved(page, dialog, 'CSV')).bytes);
  expect(csv[0]!.slice(0, 5)).toEqual([
    'line',
    'thousand environment steps',
    'return of an episode',
    'worst seed',
    'best seed',
  ]);
  // all points of the recording
  expect(csv.filter(([name]) => name === 'KL').length).toBeGreaterThan(30);
  await standsAlone(page, (await saved(page, dialog, 'SVG')).bytes);
  await page.keyboard.press('Escape');
  await opened.getByRole('link', { name: 'Open Pendulum in the playground' }).click();
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  expect(page.url()).toContain('world=pendulum');
  await expect(playground.columns).toHaveCount(3);
});

test('a recording that cannot be had is said, and the numbers of the card stay', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await page.route(/recordings\/acrobot\.json$/, (route) => route.fulfill({ json: {} }));
  await claims.goto('physics-acrobot');
  const opened = claims.opened('physics-acrobot');
  await expect(opened.getByRole('alert')).toHaveText(
    'The recording of Acrobot could not be had: what stands here is its summary.',
  );
  await expect(opened.getByRole('img', { name: /^by acted steps.*KL goes from/ })).toBeVisible();
  await expect(opened.getByRole('row').filter({ hasText: 'SPO' })).toContainText('at the end');
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [390, 844],
] as const) {
  test(`nothing moves while the page opens, nor when a card does, at ${width}`, async ({ page }) => {
    // all that is fetched comes late
    await page.route(/\.json$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        })[])
          if (!entry.hadRecentInput)
            shifts.push(`${entry.value}: ${entry.sources.map(({ node }) => node?.nodeName).join()}`);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const claims = new ClaimsPage(page);
    await claims.goto('physics-hopper');
    const opened = claims.opened('physics-hopper');
    await expect(opened.getByRole('img', { name: /^by acted steps.*KL goes from/ })).toBeVisible();
    await claims.button('physics-pendulum').press('Enter');
    const other = claims.opened('physics-pendulum');
    await expect(other.getByRole('img', { name: /^by acted steps.*KL goes from/ })).toBeVisible();
    await claims.button('split').press('Enter');
    await expect(claims.opened('split').getByRole('button', { name: /^Try it: about/ })).toBeEnabled();
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
}

test('what cannot be had is said in a sentence', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await page.route(/verdicts\.json$/, (route) => route.fulfill({ status: 503 }));
  await page.route(/results\/8-split\.json$/, (route) => route.fulfill({ status: 404, body: '' }));
  await claims.goto('split');
  await expect(page.getByRole('alert').first()).toContainText('The verdicts could not be had');
  await expect(claims.opened('split').getByRole('alert')).toContainText('the server answered 404');
});

test('pictures that cannot be had leave the verdicts standing', async ({ page }) => {
  await page.route(/pictures\.json$/, (route) => route.fulfill({ json: { monotonic: { picture: 1 } } }));
  await page.goto('./claims.html');
  await expect(page.locator('.claim-card .verdict-word')).toHaveCount(10);
  await expect(page.locator('article#decay')).toContainText('Its picture could not be had.');
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [390, 844],
] as const) {
  test(`no text of a picture is cut off, and nothing is wider than the window, at ${width}`, async ({ page }) => {
    const claims = new ClaimsPage(page);
    await page.setViewportSize({ width, height });
    await claims.goto('decay');
    await claims.open('paper-lambda-taxi');
    await claims.open('paper-methods');
    await expect(claims.opened('paper-methods').getByRole('img', { name: /counted steps/ })).toHaveCount(3);
    await expect(claims.opened('paper-lambda-taxi').getByRole('img', { name: /counted steps/ })).toHaveCount(1);
    expect(await claims.clipped()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('no line ends without a mark: where it comes to the floor there is a ring', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await claims.goto();
  for (const id of ['decay', 'limit', 'split']) {
    const card = claims.card(id);
    const solved = await card.locator('.line-name', { hasText: '✓' }).count();
    expect(solved, id).toBeGreaterThan(1);
    await expect(card.locator('.line-end')).toHaveCount(solved);
    await expect(card.locator('.level-name').first()).toContainText('≤ 1e−9');
  }
});

test('on paper cards are whole, and what is pressed is left out', async ({ page }) => {
  const claims = new ClaimsPage(page);
  await claims.goto('split');
  await expect(claims.opened('split').locator('.try-it')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(claims.card('decay').locator('svg').first()).toBeVisible();
  await expect(claims.opened('split').locator('.try-it')).toBeHidden();
});

// what is opened in one width is not opened in the other: axe takes long on long pages
for (const [name, width, height, opened] of [
  ['wide', 1280, 720, 'physics-hopper'],
  ['narrow', 390, 844, 'paper-samples'],
] as const) {
  test(`axe finds nothing on the claims, light and dark, ${name}`, async ({ playground }) => {
    const { page } = playground;
    const claims = new ClaimsPage(page);
    await page.setViewportSize({ width, height });
    await claims.goto('split');
    await page.getByLabel('as a researcher').check();
    await expect(claims.opened('split').locator('.result-table td a').last()).toBeVisible();
    const section = await claims.open(opened);
    await expect(section.getByRole('img').first()).toBeVisible();
    await isAccessible(page);
  });
}
