import { expect, test } from './test.ts';

test('opens at a moment that is worth seeing, and one press goes on from there', async ({ playground, page }) => {
  await playground.open();
  await playground.pausedAt(3);
  await expect(playground.columns).toHaveCount(3);
  const methods = await playground.columns.evaluateAll((all) =>
    all.map((column) => (column as HTMLElement).dataset.method),
  );
  expect(methods).toEqual(['kl', 'wasserstein', 'sinkhorn']);
  await expect(page.getByRole('heading', { name: 'How far may a policy jump' })).toBeVisible();
  // how far it goes is known before anything is pressed
  await expect(playground.button('Play')).toHaveText(/Play \d+ updates/);
  await playground.button('Play').click();
  await playground.reaches(5);
});

test('a link of three columns learns as soon as the page is open', async ({ playground }) => {
  await playground.open('seed=1');
  await expect(playground.root).toHaveAttribute('data-status', 'playing');
  await playground.reaches(3);
});

test('no column is ever ahead of another', async ({ playground, page }) => {
  await playground.open('seed=1');
  await page.getByLabel('speed').selectOption('Infinity');
  for (let look = 0; look < 40; look += 1) {
    const shown = await playground.iterations();
    expect(new Set(shown).size).toBe(1);
  }
});

test('a step, a step back and a reset are the same run', async ({ playground }) => {
  await playground.open('play=0');
  await playground.pausedAt(0);
  const start = await playground.digests();
  await playground.button('Step').click();
  await playground.pausedAt(1);
  const first = await playground.digests();
  expect(first).not.toEqual(start);
  for (let k = 2; k <= 12; k += 1) {
    await playground.button('Step').click();
    await playground.pausedAt(k);
  }
  const twelfth = await playground.digests();
  await playground.page.keyboard.press('Home');
  await playground.pausedAt(0);
  expect(await playground.digests()).toEqual(start);
  await playground.page.keyboard.press('End');
  await playground.pausedAt(12);
  expect(await playground.digests()).toEqual(twelfth);
  await playground.button('Reset').click();
  await playground.pausedAt(0);
  await playground.button('Step').click();
  await playground.pausedAt(1);
  expect(await playground.digests()).toEqual(first);
});

test('pauses where the link asks, and goes on from there', async ({ playground, page }) => {
  await playground.open('stop=7');
  await playground.pausedAt(7);
  await expect(page.getByText('Paused at update 7, as the link asks.')).toBeVisible();
  await playground.button('Play').click();
  await playground.reaches(9);
});

test('a link that stops at 0 does not begin to play', async ({ playground }) => {
  await playground.open('stop=0');
  await playground.pausedAt(0);
  await playground.digests();
});

test('says when every column stands still', async ({ playground, page }) => {
  await playground.open('world=chain&run=wasserstein,rule:fixed,beta:2');
  await expect(page.getByText(/^Finished: at update \d+ every column stands still/)).toBeVisible();
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
  await expect(playground.column(0).getByText('stands still')).toBeVisible();
  await expect(page.getByText(/^All stand still\. WPO took \d+ and stays .* from the best\.$/)).toBeVisible();
  await expect(playground.button('Play')).toHaveText('Play again');
  await playground.button('Play').click();
  await expect.poll(async () => (await playground.iterations())[0]).toBeLessThan(4);
});

test('samples learn too, with the number of environment steps on the axis', async ({ playground, page }) => {
  await playground.open('world=frozen-lake&world.size=4x4&estimator=model&stop=10');
  await playground.pausedAt(10);
  await page.getByText('more charts').click();
  await page.getByLabel('x-axis').first().selectOption('steps');
  await expect(playground.charts).toBeVisible();
});

test('changes the world, from one to the next', async ({ playground, page }) => {
  await playground.open('play=0');
  for (const world of ['taxi', 'chain', 'four-rooms', 'frozen-lake', 'gridworld']) {
    await playground.world.selectOption(world);
    await playground.pausedAt(0);
    await playground.button('Step').click();
    await playground.pausedAt(1);
    await expect(playground.map(0).locator('canvas')).toBeVisible();
    await expect.poll(() => page.url()).toContain(`world=${world}`);
  }
});

test('draws a world of one’s own, and keeps what was typed when it is wrong', async ({ playground, page }) => {
  await playground.open('play=0&world=gridworld');
  await playground.openShared();
  const map = page.getByRole('textbox', { name: 'map' });
  await map.fill('S..\n.Q.\n..G');
  await page.getByRole('button', { name: 'Use this map' }).click();
  await expect(page.getByRole('alert')).toContainText('"Q"');
  await expect(map).toHaveValue('S..\n.Q.\n..G');
  await map.fill('S..\n.#.\n..G');
  await page.getByRole('button', { name: 'Use this map' }).click();
  await expect.poll(() => page.url()).toContain('world.map=S../.%23./..G');
  await playground.button('Step').click();
  await playground.pausedAt(1);
});

test('a reset while it learns flat out leaves nothing of the old run behind', async ({ playground, page }) => {
  await playground.open('world=taxi&run=kl,rule:harmonic,beta:44&run=wasserstein,rule:harmonic,beta:44');
  await page.getByLabel('speed').selectOption('Infinity');
  await playground.reaches(10);
  await playground.button('Reset').click();
  await playground.pausedAt(0);
  await expect(page.getByRole('slider', { name: 'timeline' })).toHaveValue('0');
  const start = await playground.column(0).locator('.standing .number').innerText();
  await playground.button('Step').click();
  await playground.pausedAt(1);
  await expect(playground.column(0).locator('.standing .number')).not.toHaveText(start);
});

test('while a link plays, nothing says that it is paused', async ({ playground, page }) => {
  await playground.open('world=chain');
  await playground.reaches(2);
  await expect(playground.root).toHaveAttribute('data-status', 'playing');
  await expect(page.locator('.announcement')).toHaveText('');
  await page.getByRole('button', { name: /^Pause/ }).click();
  await expect(page.locator('.announcement')).toHaveText(/^Paused at update \d+\.$/);
});
