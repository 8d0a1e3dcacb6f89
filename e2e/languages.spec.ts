import { expectSaid } from './languages.ts';
import { ended, openFile, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

test('no sentence of the first screen is left in English', async ({ page, playground }) => {
  await playground.open('lang=qps');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectSaid(page, 'the first screen');
});

for (const name of ['claims', 'sweeps', 'lessons']) {
  test(`no sentence of the page of ${name} is left in English`, async ({ page }) => {
    await page.goto(`./${name}.html#lang=qps`);
    await page.locator('main.page h2').first().waitFor();
    await expectSaid(page, name);
  });
}

test('no sentence of an opened claim, figure or task is left in English', async ({ page }) => {
  test.slow();
  for (const card of ['monotonic', 'baselines', 'paper-methods', 'physics-hopper']) {
    await page.goto(`./claims.html#${card}&lang=qps`);
    await page.locator('.claim-open h4').first().waitFor();
    await page.locator('.reader-picker input').nth(1).check();
    await expect(page.locator('.claim-open table').first()).toBeVisible();
    // files that are still to come are called by their names
    await expect(page.locator('main.page')).not.toContainText(/\d-[a-z]+…/);
    await expectSaid(page, card);
  }
});

test('no sentence of settings, charts and words of an update is left in English', async ({ page, playground }) => {
  await playground.open(
    'world=four-rooms&run=kl&run=wasserstein,rule:geometric&run=sinkhorn,lambdaRule:linear&run=bridge&run=ppo&run=replicator&play=0&k=3&lang=qps',
  );
  await page.locator('.drawer > summary').click();
  await page.locator('.chart-bar .link').click();
  await page.locator('.why').click();
  await page.locator('.walk button').click();
  await expect(page.locator('.drawer-columns')).toBeVisible();
  await expect(page.locator('.why-words')).toHaveCount(6);
  await expectSaid(page, 'with all open');
  // a price by hand is a live change
  await page.locator('.price input').first().press('ArrowRight');
  await expect(page.locator('.changes')).toBeVisible();
  await expectSaid(page, 'with a live change');
});

test('no sentence of the pictures of an update is left in English', async ({ page, playground }) => {
  for (const world of ['world=cliff-walking', 'world=taxi', 'world=one-state']) {
    await playground.open(`${world}&run=kl&run=wasserstein&run=sinkhorn&run=trpo&play=0&k=2&lang=qps`);
    for (const panel of ['region', 'numbers', 'cost', 'flow']) {
      await page.locator('.panel-switch label').nth(['flow', 'region', 'numbers', 'cost'].indexOf(panel)).check();
      await expect(page.locator('.update-panel').first()).toBeVisible();
      await expectSaid(page, `${world}: ${panel}`);
    }
  }
});

test('no sentence of what is handed on, kept and saved is left in English', async ({ page, playground }) => {
  await playground.open('play=0&k=3&lang=qps');
  await page.keyboard.press('k');
  await expect(page.locator('.note-bar span')).toBeVisible();
  await page.locator('.top-bar .aside > button').first().click();
  const ways = page.locator('.hand-over .switch label');
  await expect(ways).toHaveCount(4);
  for (let way = 0; way < 4; way += 1) {
    await ways.nth(way).check();
    await expectSaid(page, `way ${way} to hand on`);
  }
  await expect(page.locator('.shelf tbody tr')).toHaveCount(1);
  await expectSaid(page, 'with a run that is kept');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.locator('.keys')).toBeVisible();
  await expectSaid(page, 'the keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+S');
  await expect(page.locator('.figure-card').first()).toBeVisible();
  await expectSaid(page, 'what can be saved');
});

test('no sentence of an editor is left in English', async ({ page, playground }) => {
  const edit = async (fragment: string, place: string, count: number): Promise<void> => {
    await page.goto('about:blank');
    await playground.open(`${fragment}&play=0&lang=qps`);
    await playground.openShared();
    for (let n = 0; n < count; n += 1) {
      await page.locator(place).nth(n).click();
      await expect(page.locator('aside.editor h2')).toBeVisible();
      for (const summary of await page.locator('aside.editor summary').all()) await summary.click();
      await expectSaid(page, `${fragment}: editor ${n}`);
      await page.locator('aside.editor > header button').click();
    }
  };
  await edit('world=gridworld&world.map=S..../...../....G', '.shared .draw-buttons button', 2);
  await edit('world=frozen-lake', '.shared .draw-buttons button', 1);
  await edit(
    'world=chain&run=kl,rule:geometric&run=sinkhorn,lambdaRule:linear',
    '.drawer-column .draw-buttons button',
    3,
  );
});

for (const [task, learner] of [
  ['cart-pole', ''],
  ['pendulum', '&warmup=200&minibatch=32'],
]) {
  test(`no sentence of a physics task is left in English: ${task}`, async ({ page, playground }) => {
    await playground.open(
      `world=${task}&width=16&iterationSteps=256&environments=8${learner}&run=kl&run=ppo&stop=1&lang=qps`,
    );
    await playground.pausedAt(1);
    await page.locator('.drawer > summary').click();
    await page.locator('.chart-bar .link').click();
    for (const heat of [0, 1, 2]) {
      await page.locator('.map-bar .switch label').nth(heat).check();
      await expectSaid(page, `${task}: maps ${heat}`);
    }
    await page.keyboard.press('Shift+S');
    await expect(page.locator('.figure-card').first()).toBeVisible();
    await expectSaid(page, `${task}: what can be saved`);
  });
}

test('no sentence of a lesson, on a phone, in a frame or at the end is left in English', async ({
  page,
  playground,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open('lesson=kl.2&lang=qps');
  await expect(page.locator('.lesson h2')).toBeVisible();
  await expectSaid(page, 'a lesson on a phone');
  await page.goto('about:blank');
  await playground.open(
    'world=chain&run=kl&run=wasserstein&play=0&k=3&view=embed&controls=play,timeline,step,price,own,method,heat,state,panel&show=question,standing,maps,update,charts&lang=qps',
  );
  await expectSaid(page, 'in a frame');
  await page.goto('about:blank');
  await playground.open('world=one-state&run=wasserstein&play=0&stop=1000&k=1000&lang=qps');
  await page.locator('.bench').waitFor();
  await expectSaid(page, 'at the end');
});

test('no sentence of a sweep that is written and run is left in English', async ({ page }) => {
  await page.goto('./sweeps.html#lang=qps');
  await page.locator('.sources button').last().click();
  await page.locator('.add-axis').click();
  await page.locator('.measures summary').click();
  await expectSaid(page, 'what is written');
  await openFile(page, { ...TINY, title: '1', vary: [...TINY.vary, { key: 'gamma', values: [0.9, 0.95] }] });
  await page.locator('.run-bar button.main').click();
  await ended(page);
  await page.locator('.run-links summary').first().click();
  await expectSaid(page, 'what was run');
});
