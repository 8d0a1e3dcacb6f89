import { lessons, LessonsPage } from './lessons.ts';
import { expect, test } from './test.ts';

for (const { id, scenes } of lessons) {
  test(`the lesson ${id} is finished by doing, with predictions that come true`, async ({ page }) => {
    test.slow();
    const lessonsPage = new LessonsPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await lessonsPage.openScene(`${id}.1`);
    for (const [n, scene] of scenes.entries()) {
      await expect(page).toHaveURL(new RegExp(`lesson=${id}\\.${n + 1}`));
      await lessonsPage.finish(`${id}.${n + 1}`, scene, true);
      await expect(lessonsPage.lesson).not.toContainText('…');
      await lessonsPage.onward.click();
    }
    await expect(lessonsPage.heading).toHaveText('What you can now explain');
    await expect(lessonsPage.lesson.locator('.lesson-answers')).toContainText('✓');
  });
}
