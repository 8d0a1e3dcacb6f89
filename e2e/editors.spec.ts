import type { Browser } from '@playwright/test';
import { isAccessible } from './axe.ts';
import { EditorsPage } from './editors-page.ts';
import { expect, test } from './test.ts';

const SMALL = 'world=gridworld&world.map=S..../...../....G&play=0&end';

/** A page that is touched. */
async function touched(browser: Browser, baseURL: string | undefined): Promise<EditorsPage> {
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  return new EditorsPage(await context.newPage());
}

/** A finger goes along points: what Playwright's tap cannot do. */
async function swipe(
  editors: EditorsPage,
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<void> {
  const session = await editors.page.context().newCDPSession(editors.page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [points[0]!]);
  for (const point of points.slice(1)) await send('touchMove', [point]);
  await send('touchEnd', []);
}

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

const COST = 'world=four-rooms&run=kl&run=wasserstein&play=0&k=2&end';

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

const SCHEDULE = 'world=four-rooms&run=kl,rule:geometric&run=sinkhorn,lambdaRule:linear&play=0&end';

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

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['narrow', 390, 844],
] as const) {
  test(`axe finds nothing in any editor, ${name}`, async ({ page }) => {
    const editors = new EditorsPage(page);
    await page.setViewportSize({ width, height });
    await editors.edit(SMALL, 'Draw the map');
    await editors.editor.getByText('The map as text').click();
    await isAccessible(page);
    await editors.edit(COST, 'Edit the table of M');
    await editors.editor.getByText('The table as text').click();
    await isAccessible(page);
    await editors.edit(SCHEDULE, 'Draw β over the updates');
    await isAccessible(page);
    await editors.editor.getByRole('button', { name: 'dual optimum, then decay' }).click();
    await isAccessible(page);
  });
}
