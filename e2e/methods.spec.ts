import { isAccessible } from './axe.ts';
import { expect, test } from './test.ts';

const RIVALS = ['bridge', 'forward-kl', 'chi-squared', 'entropy-kl', 'replicator', 'wasserstein-flow'];
const link = RIVALS.map((method) => `run=${method}`).join('&');

test('six more methods stand beside each other, each with its plan, labelled own or derived', async ({
  playground,
  page,
}) => {
  await playground.open(`${link}&stop=8`);
  await playground.pausedAt(8);
  await playground.show('Numbers');
  const derived = [false, true, true, true, true, false];
  for (const [index, method] of RIVALS.entries()) {
    await expect(playground.column(index)).toHaveAttribute('data-method', method);
    const plan = playground.panel(index).locator('.plan');
    await expect(plan.locator('math')).toBeVisible();
    await expect(plan.getByText('derived').first()).toBeVisible({ visible: derived[index]! });
  }
  expect(new Set(await playground.digests()).size).toBe(6);
  await isAccessible(page);
});

test('the dial turns a bridge into KL and into Wasserstein, live', async ({ playground, page }) => {
  await playground.open('run=kl,rule:matched,tau:0.02&run=bridge,tau:0.02,dial:1&play=0');
  const dial = playground.column(1).getByRole('slider', { name: /dial/ });
  await dial.fill('0');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(/dial:0/);
  for (let k = 1; k <= 5; k += 1) await playground.button('Step').click();
  await playground.pausedAt(5);
  const [kl, bridge] = await playground.digests();
  expect(bridge).toBe(kl);
});

test('the cost of how moves end is a cost of each state', async ({ playground }) => {
  await playground.open('cost=behaviour&run=wasserstein&stop=3');
  await playground.pausedAt(3);
  await playground.show('Cost M');
  await expect(playground.panel(0).locator('.plan')).toContainText('M');
  await expect(playground.problems).toHaveCount(0);
});
