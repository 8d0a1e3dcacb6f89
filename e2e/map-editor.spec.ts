import { EditorsPage, SMALL, swipe, touched } from './editors-page.ts';
import { expect, test } from './test.ts';

test.describe('the map', () => {
  test('is painted by the pointer: a drag is a wall, the columns learn it when it ends', async ({ page }) => {
    const editors = new EditorsPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await editors.edit(SMALL, 'Draw the map');
    const [from, to] = [await editors.cell(1, 0), await editors.cell(1, 3)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 2 });
    await expect(editors.editor.locator('.cell-said')).toHaveText('row 1, column 3: wall');
    // nothing is learned anew before the stroke ends
    expect(await editors.drawn()).toEqual(['S....', '.....', '....G']);
    await page.mouse.up();
    await expect.poll(() => editors.drawn()).toEqual(['S....', '####.', '....G']);
    await editors.reaches(1);
    for (const index of [0, 1, 2]) await expect(editors.map(index)).toBeInViewport();
    // the right button erases, and so does Alt
    const gap = await editors.cell(1, 1);
    await page.mouse.click(gap.x, gap.y, { button: 'right' });
    await expect.poll(() => editors.drawn()).toEqual(['S....', '#.##.', '....G']);
    await page.keyboard.down('Alt');
    await page.mouse.click(to.x, to.y);
    await page.keyboard.up('Alt');
    await expect.poll(() => editors.drawn()).toEqual(['S....', '#.#..', '....G']);
    // each stroke is taken back by itself, in the editor and on the page
    await page.keyboard.press('Control+z');
    await expect.poll(() => editors.drawn()).toEqual(['S....', '#.##.', '....G']);
    await editors.editor.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => editors.drawn()).toEqual(['S....', '####.', '....G']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => editors.drawn()).toEqual(['S....', '#.##.', '....G']);
    await editors.editor.getByRole('button', { name: 'Close' }).click();
    await expect(editors.editor).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect.poll(() => editors.drawn()).toEqual(['S....', '####.', '....G']);
  });

  test('is painted by keys alone', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.open(SMALL);
    await page.locator('details.drawer > summary').focus();
    await page.keyboard.press('Enter');
    await editors.button('Draw the map').focus();
    await page.keyboard.press('Enter');
    await expect(editors.pad).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('#');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', '.....', '....G']);
    await expect(editors.editor.locator('.cell-said')).toHaveText('row 0, column 1: wall');
    // Shift paints along, in one stroke
    await page.keyboard.press('ArrowDown');
    await page.keyboard.down('Shift');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
    expect(await editors.drawn()).toEqual(['S#...', '.....', '....G']);
    await page.keyboard.up('Shift');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', '.####', '....G']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', '.....', '....G']);
    await page.keyboard.press('Home');
    await page.keyboard.press('h');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', 'H....', '....G']);
    await expect(page.getByRole('radio', { name: 'hazard' })).toBeChecked();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', 'HH...', '....G']);
    // whole areas
    await page.keyboard.press('f');
    await page.keyboard.press('Delete');
    await expect.poll(() => editors.drawn()).toEqual(['S#...', '.....', '....G']);
    await page.keyboard.press('Escape');
    await expect(editors.editor).toBeHidden();
    await expect(editors.button('Draw the map')).toBeFocused();
  });

  test('is painted by a finger, and the panel moves beside it', async ({ browser, baseURL }) => {
    const editors = await touched(browser, baseURL);
    await editors.edit(SMALL, 'Draw the map');
    const body = editors.editor.locator('.editor-body');
    await swipe(editors, [await editors.cell(1, 0), await editors.cell(1, 1), await editors.cell(1, 2)]);
    await expect.poll(() => editors.drawn()).toEqual(['S....', '###..', '....G']);
    // down over the map is a stroke and no scrolling
    await editors.editor.locator('.brushes').getByText('free').tap();
    await swipe(editors, [await editors.cell(2, 0), await editors.cell(1, 0), await editors.cell(0, 4)]);
    await expect.poll(() => editors.drawn()).toEqual(['S....', '.....', '....G']);
    expect(await body.evaluate((element) => element.scrollTop)).toBe(0);
    const box = (await body.boundingBox())!;
    const below = { x: box.x + 20, y: box.y + box.height - 10 };
    await swipe(editors, [below, { ...below, y: below.y - 60 }, { ...below, y: below.y - 160 }]);
    await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(20);
    await editors.page.context().close();
  });

  test('without a start it waits as a draft, and the last good map goes on', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit(SMALL, 'Draw the map');
    await page.keyboard.press('.');
    const said = editors.editor.locator('.map-said');
    await expect(said).toContainText('The map has no S; it needs at least one start.');
    await expect(said).toContainText('go on with the last map');
    expect(await editors.drawn()).toEqual(['S....', '.....', '....G']);
    // nothing of it is lost: a start elsewhere makes it a map again
    await page.keyboard.press('End');
    await page.keyboard.press('s');
    await expect.poll(() => editors.drawn()).toEqual(['....S', '.....', '....G']);
    await page.keyboard.press('Control+z');
    await expect(said).toContainText('no S');
    await page.keyboard.press('Control+z');
    await expect(said).not.toContainText('no S');
    await expect.poll(() => editors.drawn()).toEqual(['S....', '.....', '....G']);
  });

  test('without a goal that can be reached it is learned, and the page says what follows', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit('world=gridworld&world.map=S../.../..G&play=0&end', 'Draw the map');
    for (const [row, column] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { x, y } = await editors.cell(row, column);
      await page.mouse.click(x, y);
    }
    await expect.poll(() => editors.drawn()).toEqual(['S..', '..#', '.#G']);
    await expect(editors.editor.locator('.map-said')).toContainText('every policy has the same return');
    await expect(page.locator('.end-bar')).toContainText('No goal can be reached from a start');
    // the end is foreseen and seen: nothing moves
    await expect(page.locator('.end-bar')).toHaveAttribute('data-over', 'true');
    await expect(page.locator('.end-bar')).toContainText('All stand at the best policy.');
    for (const index of [0, 1, 2]) await expect(editors.column(index)).toContainText('the best');
  });

  test('has a size, templates and text, each a step that is taken back', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit(SMALL, 'Draw the map');
    await editors.editor.getByRole('button', { name: 'columns: one more' }).click();
    await expect.poll(() => editors.drawn()).toEqual(['S.....', '......', '....G.']);
    const rows = editors.editor.getByRole('textbox', { name: 'rows', exact: true });
    await rows.fill('99');
    await rows.press('Enter');
    await expect(editors.editor.locator('.map-said')).toHaveText('rows = 99 is outside 2 to 64; 64 is used.');
    await expect.poll(async () => (await editors.pad.getAttribute('aria-label'))!).toContain('64 rows and 6 columns');
    await editors.editor.getByRole('button', { name: 'Undo' }).click();
    await editors.editor.getByRole('button', { name: 'maze', exact: true }).click();
    await expect.poll(async () => (await editors.drawn()).join('/')).toMatch(/^S[.#]{5}\/[.#]{6}\/.*G/);
    await editors.editor.getByText('The map as text').click();
    const text = editors.editor.getByRole('textbox', { name: 'The map as text' });
    await text.fill('S.G\n.#');
    await expect(editors.editor.getByRole('alert')).toContainText('Line 2 of the map has 2 cells');
    await text.fill('S.G\n.#.');
    await expect.poll(() => editors.drawn()).toEqual(['S.G', '.#.']);
    // and what is pasted into the settings is painted at once
    await editors.editor.getByRole('button', { name: 'Undo' }).click();
    await expect(text).toHaveValue(/^S[.#]{5}\n/);
    await text.fill('SG');
    await text.press('Control+a');
    await text.press('Control+c');
    await editors.editor.getByRole('button', { name: 'Undo' }).click();
    await expect(text).toHaveValue(/^S[.#]{5}\n/);
    const setting = page.locator('.shared').getByRole('textbox', { name: 'map' });
    await setting.press('Control+a');
    await setting.press('Control+v');
    await expect.poll(() => editors.drawn()).toEqual(['SG']);
    await expect(text).toHaveValue('SG');
  });

  test('of another world of cells becomes a map of one’s own, and what differs is said first', async ({ page }) => {
    const editors = new EditorsPage(page);
    await editors.edit('world=four-rooms&play=0&end', 'Draw your own map from this one');
    await expect(editors.editor).toContainText('A sampled episode was cut off after 300 steps; here it is after 208.');
    await editors.editor.getByRole('button', { name: 'Draw your own map from this one' }).click();
    await expect(editors.pad).toBeFocused();
    await expect(editors.world).toHaveValue('gridworld');
    await expect.poll(async () => (await editors.drawn())[11]).toBe('#.....#....G#');
    // what the page did is taken back here too: the slip, and then the world
    const slip = editors.editor.getByRole('slider', { name: /slip/ });
    await slip.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('world.slip=0.21');
    await editors.pad.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.url()).toContain('world.slip=0.2&');
    await page.keyboard.press('Control+z');
    await expect(editors.world).toHaveValue('four-rooms');
    await editors.edit('world=frozen-lake&play=0&end', 'Draw your own map from this one');
    await expect.poll(async () => (await editors.drawn())[0]).toBe('S.......');
    await editors.edit('world=taxi&play=0&end', 'Edit the table of M');
    await expect(page.getByRole('button', { name: /Draw/ }).filter({ hasText: 'map' })).toHaveCount(0);
  });
});
