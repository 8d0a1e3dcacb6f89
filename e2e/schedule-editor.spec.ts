import { EditorsPage, SCHEDULE, swipe, touched } from './editors-page.ts';
import { expect, test } from './test.ts';

test.describe('a schedule', () => {
  test('is dragged at its end, which is in the link and taken back in one step', async ({ page }) => {
    const editors = new EditorsPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await editors.edit(SCHEDULE, 'Draw β over the updates');
    const end = editors.editor.getByRole('slider', { name: 'β at update 40' });
    await expect(end).toHaveAttribute('aria-valuetext', '0.0164, ratio 0.9');
    const box = (await end.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 30, { steps: 6 });
    await page.mouse.move(x, y - 60, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toMatch(/rule:geometric,ratio:0\.9[1-9]/);
    await expect(end).toHaveAttribute('aria-valuetext', /ratio 0\.9[1-9]/);
    await page.keyboard.press('Control+z');
    await expect(end).toHaveAttribute('aria-valuetext', '0.0164, ratio 0.9');
    await page.keyboard.press('Control+Shift+z');
    await expect(end).toHaveAttribute('aria-valuetext', /ratio 0\.9[1-9]/);
    // the current update is a mark, and what is changed holds from the next one on
    await page.keyboard.press('Tab');
    await editors.button('Step').click();
    await editors.button('Step').click();
    await editors.pausedAt(2);
    await expect(editors.editor.locator('.now-text')).toHaveText('update 2');
    await expect(editors.editor).toContainText('What you change holds from update 3 on.');
    await editors.editor.getByRole('button', { name: 'fixed β' }).click();
    await expect.poll(() => page.url()).toContain('at=2,0,rule:fixed');
  });

  test('is set by keys alone: its beginning, a switch, the authors’ own', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit(SCHEDULE, 'Draw β over the updates');
    await editors.editor.getByRole('slider', { name: 'β at the first update' }).focus();
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => page.url()).toContain('rule:geometric,beta:1.63');
    await editors.editor.getByRole('button', { name: 'a fifth, then 1/k²' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/rule:optimal-then-decay,[^&]*switchAt:17/);
    const turn = editors.editor.getByRole('slider', { name: 'Switch at' }).first();
    await turn.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    // twenty is the default, which links leave out
    await expect.poll(() => page.url()).not.toContain('switchAt');
    await expect(turn).toHaveAttribute('aria-valuetext', 'update 21 is the first without the dual');
    await page.keyboard.press('Escape');
    await expect(editors.editor).toBeHidden();
  });

  test('λ is dragged by a finger', async ({ browser, baseURL }) => {
    const editors = await touched(browser, baseURL);
    await editors.edit(SCHEDULE, 'Draw λ over the updates');
    const start = editors.editor.getByRole('slider', { name: 'λ at the first update' });
    await start.scrollIntoViewIfNeeded();
    const box = (await start.boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await swipe(editors, [at, { ...at, y: at.y - 12 }, { ...at, y: at.y - 24 }]);
    await expect.poll(() => editors.page.url()).toMatch(/run=sinkhorn,lambda:\d+/);
    await editors.page.context().close();
  });
});
