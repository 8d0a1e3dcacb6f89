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
  await expect(page.getByLabel(/This moment/)).toBeChecked();
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

test('the address is this moment, and opens at it: update, state, maps and picture', async ({
  playground,
  page,
  firefox,
}) => {
  await playground.open('world=four-rooms&run=kl&run=wasserstein&play=0');
  await playground.pausedAt(0);
  for (let k = 1; k <= 4; k += 1) {
    await page.keyboard.press('ArrowRight');
    await playground.pausedAt(k);
  }
  await page.keyboard.press('d');
  await playground.show('Region');
  await playground.map(0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Which state is shown')).toHaveValue('pinned');
  const digests = await playground.digests();
  const state = await page.locator('.state-name').innerText();
  await expect.poll(() => page.url()).toMatch(/play=0&k=4&s=\d+&show=change&panel=region&end$/);
  const url = page.url();
  await page.goto('about:blank');
  await page.goto(url);
  await playground.pausedAt(4);
  expect(await playground.digests()).toEqual(digests);
  await expect(page.locator('.state-name')).toHaveText(state);
  await expect(page.getByRole('radio', { name: 'last change' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Region' })).toBeChecked();
  expect(await firefox.digests(url)).toEqual(digests);
});

test('a moment that its world does not have is said, and the rest is there', async ({ playground }) => {
  await playground.open('world=chain&k=2&s=9999&layer=4&slice=7&play=0');
  await playground.pausedAt(2);
  await expect(playground.problems).toContainText('s = 9999 is not one of the');
  await expect(playground.problems.getByRole('listitem')).toHaveCount(3);
});

test('a link with a moment goes on from there, with less motion it stands there', async ({ playground, page }) => {
  await playground.open('k=5&seed=1');
  await playground.reaches(6);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('about:blank');
  await playground.open('k=5&seed=1');
  await playground.pausedAt(5);
});

test('a shared link carries its digest: whoever opens it is told that every bit came out the same', async ({
  playground,
  page,
  firefox,
}) => {
  await playground.open('world=chain&seed=3&play=0&k=7');
  await playground.pausedAt(7);
  await playground.digests();
  await playground.button('Share').click();
  const field = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(field).toHaveValue(/&digest=7\.2(\.[\da-f]{8}){3}&trace=.+&end$/);
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  const link = await field.inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('.note-bar')).toContainText('Reproduced exactly: update 7 is what it was, bit for bit');
  await page.getByRole('button', { name: 'Close this note' }).click();
  await expect(page.locator('.note-bar')).toBeEmpty();
  expect(await firefox.digests(link)).toHaveLength(3);
  // another run under the same proof
  await page.goto('about:blank');
  await page.goto(link.replace('run=kl', 'run=kl,delta:0.011').replace('seed=3', 'seed=3&gamma=0.9'));
  await expect(page.locator('.note-bar')).toContainText('Not as it was: KL differs from update 1 on');
});

test('from the start it plays, and is compared on the way', async ({ playground, page }) => {
  await playground.open('world=chain&play=0&k=5');
  await playground.pausedAt(5);
  await playground.digests();
  await playground.button('Share').click();
  await page.getByLabel(/From the start/).check();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(link).not.toMatch(/[#&](k|play)=/);
  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(async () => (await playground.iterations())[0], { timeout: 30_000 }).toBeGreaterThan(6);
  await page.keyboard.press(' ');
  await expect(page.locator('.note-bar')).toContainText('Reproduced exactly: all that was compared up to update 5');
});

test('charts, their axis and what is open are in the address', async ({ playground, page }) => {
  await playground.open('play=0&k=4');
  await playground.pausedAt(4);
  await playground.button('more charts').click();
  await playground.charts.getByLabel('Movement chart shows').selectOption('kl');
  await playground.charts.getByRole('combobox', { name: 'x-axis' }).selectOption('elapsed');
  await playground.openShared();
  await expect.poll(() => page.url()).toMatch(/charts=return\.kl\.beta\.gap&axis=elapsed&open=settings\.charts&end$/);
  const url = page.url();
  await page.goto('about:blank');
  await page.goto(url);
  await expect(playground.charts.getByLabel('Movement chart shows')).toHaveValue('kl');
  await expect(page.locator('details.drawer')).toHaveAttribute('open', '');
  await page.goto('about:blank');
  await playground.open('play=0&charts=return.nonsense');
  await expect(playground.problems).toContainText('charts = nonsense is none of return, gap');
});

test('an address that comes while the page is about to write its own is opened all the same', async ({
  playground,
  page,
}) => {
  await page.addInitScript(() => {
    const known = window.setTimeout;
    const due: (() => void)[] = [];
    const mine = (work: () => void, milliseconds: number): number =>
      milliseconds === 300 ? known(() => undefined, due.push(work)) : known(work, milliseconds);
    Object.assign(window, { due, setTimeout: mine });
  });
  await playground.open('world=chain&run=kl&play=0');
  await playground.pausedAt(0);
  await page.keyboard.press('v');
  await page.evaluate(() => {
    location.hash = 'world=taxi&run=kl&play=0';
    // what it says rings after this task, and what the page wrote a moment ago is due before
    for (const work of (window as unknown as { due: (() => void)[] }).due.splice(0)) work();
  });
  await expect(playground.world).toHaveValue('taxi');
});
