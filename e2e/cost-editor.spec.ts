import { COST, EditorsPage, swipe, touched } from './editors-page.ts';
import { expect, test } from './test.ts';

test.describe('the cost of moves', () => {
  test('is dragged and typed, and says what it is not', async ({ page }) => {
    const editors = new EditorsPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await editors.edit(COST, 'Edit the table of M');
    await expect(editors.editor).toContainText('KL does not see M: its updates stay as they are.');
    const box = (await editors.price('north', 'south').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 60, { steps: 10 });
    await page.mouse.up();
    await expect(editors.price('north', 'south')).toHaveValue('2');
    await expect(editors.price('south', 'north')).toHaveValue('2');
    await expect
      .poll(() => decodeURIComponent(page.url()))
      .toContain('at=2,all,costMatrix:0,1,2,1;1,0,1,1;2,1,0,1;1,1,1,0');
    await expect(editors.editor.locator('.cost-words')).not.toContainText('triangle');
    // without the lock it is one way, and no metric
    await editors.editor.getByRole('checkbox', { name: 'There and back cost the same' }).uncheck();
    await editors.price('east', 'west').fill('5');
    await editors.price('east', 'west').press('Enter');
    await expect(editors.editor.locator('.cost-words')).toContainText(
      'East to west costs 5, by way of north it would be 2: the triangle inequality does not hold.',
    );
    await expect(editors.editor.locator('.cost-words')).toContainText('East to west costs 5, back it costs 1');
    await expect.poll(() => decodeURIComponent(page.url())).toContain('1,5,1,0');
    await editors.price('east', 'west').fill('many');
    await editors.price('east', 'west').press('Enter');
    await expect(editors.editor.locator('.cost-words')).toContainText(
      'M of east to west = "many" is not a number; 5 is kept.',
    );
    // the table is the one of the page's picture
    await editors.show('Cost M');
    await editors.button('Step').click();
    await editors.pausedAt(3);
    await expect(editors.panel(1).locator('table.matrix').last().locator('tbody tr').nth(1)).toContainText('5');
    await editors.price('east', 'west').focus();
    await page.keyboard.press('Control+z');
    await expect(editors.price('east', 'west')).toHaveValue('1');
  });

  test('is set by keys alone, and by its presets', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit(COST, 'Edit the table of M');
    await editors.editor.getByRole('button', { name: 'turning back is dear' }).focus();
    await page.keyboard.press('Enter');
    await expect(editors.price('north', 'south')).toHaveValue('3');
    await expect(editors.editor.getByRole('button', { name: 'turning back is dear' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Tab');
    await expect(editors.price('north', 'east')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(editors.price('north', 'south')).toBeFocused();
    await page.keyboard.press('PageUp');
    await expect(editors.price('south', 'north')).toHaveValue('3.05');
    await page.keyboard.press('ArrowDown');
    await expect(editors.price('east', 'south')).toBeFocused();
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowDown');
    await expect(editors.price('south', 'east')).toHaveValue('4');
    await editors.editor.getByRole('slider', { name: 'Place of north' }).focus();
    const before = await editors.price('north', 'south').inputValue();
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift+ArrowUp');
    await expect(editors.price('north', 'south')).not.toHaveValue(before);
    await editors.editor.getByRole('button', { name: 'behaviour' }).click();
    await expect(editors.editor).toContainText('This cost differs from state to state');
    await editors.editor.getByRole('button', { name: 'up is dear' }).click();
    await expect(editors.editor.getByRole('checkbox', { name: 'There and back cost the same' })).not.toBeChecked();
    await expect(editors.price('south', 'north')).toHaveValue('3');
    await expect(editors.price('north', 'south')).toHaveValue('1');
    await editors.editor.getByText('The table as text').click();
    await expect(editors.editor.getByRole('textbox', { name: /cost matrix/ })).toHaveValue(
      '0,1,1,1;3,0,1,1;3,1,0,1;3,1,1,0',
    );
  });

  test('is dragged by a finger, in the table and in the plane', async ({ browser, baseURL }) => {
    const editors = await touched(browser, baseURL);
    await editors.edit(COST, 'Edit the table of M');
    const middle = async (what: ReturnType<EditorsPage['price']>): Promise<{ x: number; y: number }> => {
      await what.scrollIntoViewIfNeeded();
      const box = (await what.boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const { x, y } = await middle(editors.price('north', 'south'));
    await swipe(editors, [
      { x, y },
      { x, y: y - 15 },
      { x, y: y - 30 },
    ]);
    await expect(editors.price('south', 'north')).toHaveValue('1.5');
    const disc = await middle(editors.editor.getByRole('slider', { name: 'Place of east' }));
    await swipe(editors, [disc, { x: disc.x - 10, y: disc.y }, { x: disc.x - 30, y: disc.y }]);
    await expect(editors.price('east', 'west')).not.toHaveValue('1');
    await editors.page.context().close();
  });
});
