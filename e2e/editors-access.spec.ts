import { isAccessible } from './axe.ts';
import { COST, EditorsPage, SCHEDULE, SMALL } from './editors-page.ts';
import { test } from './test.ts';

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
    await isAccessible(page, 'aside.editor');
    await editors.edit(SCHEDULE, 'Draw β over the updates');
    await isAccessible(page, 'aside.editor');
    await editors.editor.getByRole('button', { name: 'dual optimum, then decay' }).click();
    await isAccessible(page, 'aside.editor');
  });
}
