import { isAccessible } from './axe.ts';
import { expect, test } from './test.ts';

test('every claim has a verdict at once, and its experiments when it is opened', async ({ page, playground }) => {
  await page.goto('./claims.html');
  await expect(page.locator('.claim-list .verdict-word')).toHaveCount(6);
  await expect(page.locator('.claim .verdict-word')).toHaveCount(10);
  const claim = page.locator('#scarcity');
  await claim.locator('summary').first().press('Enter');
  await expect(claim).toContainText('npm run --silent sweep -- public/claims/4-few.json');
  const link = claim.locator('.result-table td a').first();
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  expect(href).toContain('estimator=model');
  await page.goto(href);
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  await expect(playground.columns).toHaveCount(1);
});

test('a small version runs in the page and comes to the same verdict', async ({ playground }) => {
  const { page } = playground;
  await page.goto('./claims.html#split');
  const claim = page.locator('#split');
  await claim.locator('summary').first().click();
  await claim.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(claim.locator('[data-small="done"]')).toBeVisible({ timeout: 60_000 });
  await expect(claim.locator('[data-small="done"] .verdict')).toContainText('stands still for good');
  await expect(claim.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('a small version can be cancelled, and run again', async ({ playground }) => {
  const { page } = playground;
  await page.goto('./claims.html');
  const claim = page.locator('#speed');
  await claim.locator('summary').first().click();
  await claim.getByRole('button', { name: 'Run', exact: true }).click();
  await claim.getByRole('button', { name: 'Cancel' }).click();
  await expect(claim.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('what was reached in physics tasks is charted, and every row opens its run', async ({ playground }) => {
  const { page } = playground;
  await page.route(/recordings\/acrobot\.json$/, (route) => route.fulfill({ json: {} }));
  await page.goto('./claims.html#physics');
  const section = page.locator('#physics');
  await section.locator('summary').first().press('Enter');
  await expect(section.getByRole('img')).toHaveCount(7);
  await expect(section.getByRole('img', { name: /^Half-cheetah\. return of an episode .*KL ends at/ })).toBeVisible();
  await expect(section.getByRole('alert')).toContainText('could not be had: Acrobot.');
  const row = section.getByRole('row').filter({ hasText: 'Cart-pole' }).first();
  await expect(row).toContainText('at the end');
  await row.getByRole('link').click();
  await expect(playground.root).toHaveAttribute('data-status', /ready|playing/);
  expect(page.url()).toContain('world=cart-pole');
});

test('results that cannot be had are said in a sentence', async ({ page }) => {
  await page.route(/verdicts\.json$/, (route) => route.fulfill({ status: 503 }));
  await page.route(/results\/8-split\.json$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./claims.html');
  await expect(page.getByRole('alert')).toContainText('The verdicts could not be had');
  await page.locator('#split summary').first().click();
  await expect(page.locator('#split [role="alert"]')).toContainText('the server answered 404');
});

// what is opened in one width is not opened in the other: axe takes long on long pages
for (const [name, width, height, opened] of [
  ['wide', 1280, 720, '#physics summary'],
  ['narrow', 390, 844, '#baselines .authors summary'],
] as const) {
  test(`axe finds nothing on the claims, light and dark, ${name}`, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width, height });
    await page.goto('./claims.html');
    await page.locator('#split summary').first().click();
    await expect(page.locator('#split .result-table td a').last()).toBeVisible();
    await page.locator(opened).first().click();
    if (name === 'wide') await expect(page.locator('#physics').getByRole('img')).toHaveCount(8);
    await isAccessible(page);
  });
}

test('nothing of the physics tasks is wider than a phone', async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./claims.html');
  await page.locator('#physics summary').first().click();
  await expect(page.locator('#physics').getByRole('img')).toHaveCount(8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
