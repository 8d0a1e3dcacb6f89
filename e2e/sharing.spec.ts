import { execFileSync } from 'node:child_process';
import { expect, test } from './test.ts';

const FRAGMENT =
  'seed=7&world=four-rooms&cost=angle&run=kl&run=wasserstein,rule:matched&run=sinkhorn,lambda:8&at=6,2,lambda:12&stop=15';

function nodeDigests(fragment: string, iterations: number): string[] {
  const output = execFileSync(
    'npm',
    ['run', '--silent', 'train', '--', `#${fragment}`, '--iterations', String(iterations)],
    {
      encoding: 'utf8',
      shell: false,
    },
  );
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { column: number; digest?: string });
  return lines
    .filter((line) => line.digest !== undefined)
    .sort((a, b) => a.column - b.column)
    .map((line) => line.digest!);
}

test('the same link gives the same bits in Chromium, Firefox and Node', async ({ playground, page, firefox }) => {
  await playground.open(FRAGMENT);
  await playground.pausedAt(15);
  const chromium = await playground.digests();
  expect(new Set(chromium).size).toBe(3);
  expect(nodeDigests(FRAGMENT, 15)).toEqual(chromium);
  expect(await firefox.digests(page.url())).toEqual(chromium);
});

test('a sampled run too', async ({ playground, page, firefox }) => {
  const fragment =
    'seed=11&world=taxi&estimator=gae&scale=normalised&episodes=5&run=kl,rule:fixed&run=sinkhorn,rule:harmonic&stop=6';
  await playground.open(fragment);
  await playground.pausedAt(6);
  const chromium = await playground.digests();
  expect(nodeDigests(fragment, 6)).toEqual(chromium);
  expect(await firefox.digests(page.url())).toEqual(chromium);
});

test('copies a link that reproduces what is seen', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open('world=chain&seed=3&stop=5');
  await playground.pausedAt(5);
  const digests = await playground.digests();
  await playground.button('Share').click();
  await page.getByLabel(/pause at iteration/).check();
  await playground.button('Copy link').click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await playground.pausedAt(5);
  expect(await playground.digests()).toEqual(digests);
});

test('a wrong link gives a working page and says what was changed', async ({ playground, page }) => {
  await playground.open('world=mars&gamma=7&run=kl,delta:-1&run=<img src=x onerror=alert(1)>&nonsense=1&play=0');
  await expect(playground.problems.getByRole('listitem')).toHaveCount(5);
  await expect(playground.problems).toContainText('gamma = 7 is outside 0 to 0.999; 0.999 is used.');
  await playground.button('Step').click();
  await playground.pausedAt(1);
  await playground.button('Understood').click();
  await expect(playground.problems).toHaveCount(0);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('follows the address: typing another fragment opens it', async ({ playground, page }) => {
  await playground.open('world=chain&play=0');
  await page.evaluate(() => {
    location.hash = 'world=taxi&play=0&run=kl';
  });
  await expect(playground.columns).toHaveCount(1);
  await expect(playground.world).toHaveValue('taxi');
  await page.goBack();
  await expect(playground.world).toHaveValue('chain');
});
