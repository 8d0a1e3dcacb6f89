import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

test('columns are added, copied, moved and removed, one to six', async ({ playground, page }) => {
  await playground.open('play=0');
  await playground.button('Step').click();
  await playground.pausedAt(1);
  const before = await playground.digests();
  await playground.openShared();
  await page.getByLabel('Add a column').selectOption('kl');
  await expect(playground.columns).toHaveCount(4);
  // the new column walks to where the others are
  await playground.pausedAt(1);
  expect(await playground.digests()).toEqual([...before, before[0]]);
  const menu = (index: number, item: string): Promise<void> =>
    playground.own(index).getByRole('button', { name: item }).click();
  await menu(1, 'Duplicate');
  await menu(0, 'Duplicate');
  await expect(playground.columns).toHaveCount(6);
  await expect(page.getByLabel('Add a column')).toHaveCount(0);
  await menu(5, 'Move left');
  await expect(playground.column(4)).toHaveAttribute('data-method', 'kl');
  for (let left = 5; left >= 1; left -= 1) {
    await menu(0, 'Remove');
    await expect(playground.columns).toHaveCount(left);
  }
  await expect(playground.own(0).getByRole('button', { name: 'Remove' })).toBeDisabled();
});

test('a column takes another method and catches up', async ({ playground }) => {
  await playground.open('stop=5');
  await playground.pausedAt(5);
  const [, wasserstein] = await playground.digests();
  await playground.column(0).getByLabel('Method of column 1').selectOption('wasserstein');
  await expect(playground.column(0)).toHaveAttribute('data-method', 'wasserstein');
  await playground.pausedAt(5);
  expect((await playground.digests())[0]).toBe(wasserstein);
});

test('in six columns beside each other nothing is cut off', async ({ playground, page }) => {
  await playground.open('run=kl&run=wasserstein&run=sinkhorn&run=trpo&run=ppo&run=a2c&stop=5');
  await playground.pausedAt(5);
  for (const width of [768, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const column of await playground.columns.all()) {
      const beyond = await column.evaluate((element) => {
        const edge = element.getBoundingClientRect().right + 1;
        const parts = element.querySelectorAll('.price *, .own *, .standing *');
        const isCut = (part: Element): boolean => {
          const { right, width } = part.getBoundingClientRect();
          return width > 0 && right > edge;
        };
        return [...parts].filter(isCut).map((part) => part.outerHTML);
      });
      expect(beyond).toEqual([]);
    }
  }
});

test('typed values are taken, mended or refused in words', async ({ playground, page }) => {
  await playground.open('play=0&run=wasserstein,rule:fixed');
  await playground.openShared();
  const beta = playground.own(0).getByRole('textbox', { name: /β/ });
  await beta.fill('0.25');
  await beta.press('Enter');
  await expect.poll(() => page.url()).toContain('beta:0.25');
  await beta.fill('1e9');
  await beta.press('Enter');
  await expect(beta).toHaveValue('1000');
  await beta.fill('two');
  await beta.press('Enter');
  await expect(playground.own(0).getByRole('alert')).toContainText('beta = "two" is not a number; 1000 is kept.');
  await expect(beta).toHaveValue('1000');
});

test('a live change is marked, travels in the link, and is made again', async ({ playground, page }) => {
  await playground.open('run=wasserstein,rule:fixed,beta:3&run=kl&stop=4');
  await playground.pausedAt(4);
  await playground.openShared();
  const beta = playground.own(0).getByRole('textbox', { name: /β/ });
  await beta.fill('0.5');
  await beta.press('Enter');
  await expect(page.getByText('1 live change in the link')).toBeVisible();
  await expect.poll(() => page.url()).toContain('at=4,0,beta:0.5');
  for (let k = 5; k <= 8; k += 1) {
    await playground.button('Step').click();
    await playground.pausedAt(k);
  }
  const changed = await playground.digests();
  await expect.poll(() => page.url()).toContain('k=8');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await playground.pausedAt(8);
  expect(await playground.digests()).toEqual(changed);
});

test('a slider moves at once while paused, and its change is recorded', async ({ playground, page }) => {
  await playground.open('run=wasserstein,rule:fixed,beta:3&run=kl&stop=4');
  await playground.pausedAt(4);
  const slider = playground.column(0).getByRole('slider', { name: /β/ });
  const before = Number(await slider.inputValue());
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(before);
  await expect(page.getByText('1 live change in the link')).toBeVisible();
  await expect(playground.column(0).locator('.price-value')).not.toHaveText('3');
  // and what the next update would be is shown before it is made
  await expect(playground.panel(0).locator('.next-bar').first()).toBeVisible();
});

test('a worker that dies ends in a sentence; the others go on, and it can be restarted', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('seed=1');
  await playground.reaches(2);
  const worker = page.workers()[1]!;
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault made for this test');
    });
  });
  const failed = page.getByText('a fault made for this test');
  await expect(failed).toBeVisible();
  await playground.button('Reset').click();
  await playground.button('Play').click();
  const index = await playground.columns.evaluateAll((all) =>
    all.findIndex((column) => column.textContent?.includes('a fault made')),
  );
  const other = playground.column(index === 0 ? 1 : 0);
  await expect.poll(async () => Number(await other.getAttribute('data-iteration'))).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Restart this column' }).click();
  await expect(failed).toHaveCount(0);
  await playground.button('Pause').click();
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
  await playground.digests();
  expect(new Set(await playground.iterations()).size).toBe(1);
});

test('a typed cost matrix has the order of the picture of M, and its link the order it always had', async ({
  playground,
  page,
}) => {
  await playground.open('play=0&world=chain&run=wasserstein&cost=custom&costMatrix=0,1;2,0');
  await playground.openShared();
  const matrix = page.getByRole('textbox', { name: /cost matrix/i });
  await expect(matrix).toHaveValue('0,2;1,0');
  await matrix.fill('0,5;1,0');
  await matrix.press('Enter');
  await expect.poll(() => page.url()).toMatch(/costMatrix=0(,|%2C)1(;|%3B)5(,|%2C)0/);
});

test('the words on a plan are those of its own method', async ({ playground, page }) => {
  await playground.open('run=trpo&run=ppo&run=a2c&run=kl&stop=2');
  await playground.pausedAt(2);
  await playground.show('Numbers');
  for (const [index, name] of ['TRPO', 'PPO', 'A2C', 'KL'].entries()) {
    const caption = playground.panel(index).locator('table.matrix caption');
    await expect(caption).toHaveAttribute('title', new RegExp(`^${name} names no plan`));
  }
  // its name has the same width whatever it says
  const button = page.getByRole('button', { name: /^(Play|Pause)/ });
  const box = async () => (await button.boundingBox())!.width;
  const paused = await box();
  await page.keyboard.press('Escape');
  await button.click();
  await expect(button).toHaveAccessibleName('Pause');
  expect(await box()).toBe(paused);
});

test('what was set is taken back, and made again', async ({ playground, page }) => {
  await playground.open('run=wasserstein,rule:fixed,beta:3&run=kl&stop=4');
  await playground.pausedAt(4);
  const digests = await playground.digests();
  await playground
    .column(0)
    .getByRole('slider', { name: /price β/ })
    .fill('300');
  await expect.poll(() => page.url()).toContain('at=4,0,beta');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).not.toContain('at=');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => page.url()).toContain('at=4,0,beta');
  await page.keyboard.press('Control+z');
  await playground.world.selectOption('chain');
  await playground.pausedAt(0);
  await page.getByRole('heading').first().click();
  await page.keyboard.press('Control+z');
  await playground.button('Play').click();
  await playground.pausedAt(4);
  expect(await playground.digests()).toEqual(digests);
});
