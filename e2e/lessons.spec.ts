import { isAccessible, isPartAccessible } from './axe.ts';
import { lessons, LessonsPage } from './lessons.ts';
import { beenHere, expect, test } from './test.ts';

// the longest file: no worker has it alone
test.describe.configure({ mode: 'parallel' });

const ON_A_PHONE = 'wasserstein';

for (const { id, scenes } of lessons) {
  test(`the lesson ${id} is finished by doing, with predictions that come true, and axe finds nothing in its scenes; and in Spanish, with predictions that do not`, async ({
    page,
  }) => {
    test.slow();
    const lessonsPage = new LessonsPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await lessonsPage.openScene(`${id}.1`);
    for (const [n, scene] of scenes.entries()) {
      await expect(page).toHaveURL(new RegExp(`lesson=${id}\\.${n + 1}`));
      await lessonsPage.finish(`${id}.${n + 1}`, scene, true);
      await expect(lessonsPage.lesson).not.toContainText('…');
      await isPartAccessible(page, 'aside.lesson');
      await lessonsPage.onward.click();
    }
    await expect(lessonsPage.heading).toHaveText('What you can now explain');
    await expect(lessonsPage.lesson.locator('.lesson-answers')).toContainText('✓');

    // one of them by touch on a phone, below
    if (id === ON_A_PHONE) return;
    await page.setViewportSize({ width: 1280, height: 720 });
    await lessonsPage.openScene(`${id}.1`, 'es');
    for (const [n, scene] of scenes.entries()) {
      await expect(page).toHaveURL(new RegExp(`lesson=${id}\\.${n + 1}`));
      await lessonsPage.finish(`${id}.${n + 1}`, scene, false);
      await expect(lessonsPage.lesson).not.toContainText(/\b(Next|Skip|You said|Done|the|which)\b/);
      await lessonsPage.onward.click();
    }
    await expect(lessonsPage.heading).toHaveText('Lo que ya sabes explicar');
  });
}

test('a prediction that was wrong is quoted back, and kept with the first answer', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await lessonsPage.openScene('sinkhorn.1');
  await lessonsPage.predict(0);
  await expect(lessonsPage.verdict).toHaveText('You said “λ = 1000”. It is “λ = 2”.');
  await expect(lessonsPage.lesson.locator('.lesson-after')).toContainText('λ = 1000 moved 0.05, λ = 2 moved 0.149');
  // another answer to the same scene is no first one
  await page.reload();
  await lessonsPage.openScene('sinkhorn.1');
  await page.goto('./lessons.html#explain');
  await expect(page.locator('.explained')).toContainText('before: Which column moves more in one update? λ = 1000 ✗');
  await page.getByRole('button', { name: 'Forget my answers' }).click();
  await expect(page.locator('.lessons-page')).toContainText('Nothing yet');
});

test('another language keeps what was predicted and what came of it', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await lessonsPage.openScene('sinkhorn.1');
  const { lesson, verdict } = lessonsPage;
  const speak = async (language: string): Promise<void> => {
    await lesson.getByRole('combobox').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  };
  await lesson.getByRole('radio').first().check();
  await speak('es');
  await expect(lesson.getByRole('radio').first()).toBeChecked();
  await lesson.getByRole('button', { name: 'Esta es mi predicción' }).click();
  await expect(verdict).toHaveText('Dijiste «λ = 1000». Es «λ = 2».');
  await speak('en');
  await expect(verdict).toHaveText('You said “λ = 1000”. It is “λ = 2”.');
  // who comes back to it is asked anew, in whatever language
  await lessonsPage.onward.click();
  await expect(page).toHaveURL(/lesson=sinkhorn\.2/);
  await speak('es');
  await lesson.getByRole('button', { name: 'Atrás', exact: true }).click();
  await expect(lesson.getByRole('radio').first()).not.toBeChecked();
  await expect(verdict).toHaveCount(0);
});

test('in Spanish, with wrong predictions, by touch on a phone, a whole lesson is walked', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'es-AR',
  });
  const page = await context.newPage();
  const lessonsPage = new LessonsPage(page);
  const { id, scenes } = lessons.find((lesson) => lesson.id === ON_A_PHONE)!;
  await lessonsPage.openScene(`${id}.1`, 'es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  for (const [n, scene] of scenes.entries()) {
    await lessonsPage.finish(`${id}.${n + 1}`, scene, false);
    await expect(lessonsPage.lesson).not.toContainText(/\b(Next|Skip|You said|Done)\b/);
    await lessonsPage.onward.tap();
  }
  await expect(lessonsPage.heading).toHaveText('Lo que ya sabes explicar');
  await context.close();
});

test('a lesson is left with the run as it is, and found again by its address', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await beenHere(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await beenHere(page);
  await lessonsPage.open();
  await page.getByRole('link', { name: 'Learn step by step' }).click();
  await expect(lessonsPage.heading).toHaveText('The same policy, three rules');
  await lessonsPage.pausedAt(3);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await lessonsPage.pausedAt(4);
  await expect(lessonsPage.verdict).toHaveText('Done.');
  await expect(page).toHaveURL(/k=4.*lesson=update\.1/);
  const address = page.url();
  await lessonsPage.lesson.getByRole('button', { name: /Leave the lesson/ }).click();
  await expect(lessonsPage.lesson).toBeHidden();
  await lessonsPage.pausedAt(4);
  await expect(page).not.toHaveURL(/lesson/);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(lessonsPage.heading).toHaveText('The same policy, three rules');
  await lessonsPage.pausedAt(4);
  // what is no scene is told, with the page open beside it
  await page.goto('about:blank');
  await page.goto('./#lesson=kl.9');
  await expect(lessonsPage.lesson.getByRole('alert')).toContainText('“kl.9” is not a scene of a lesson');
});

test('a scene is finished by keys alone', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await lessonsPage.openScene('update.2');
  const radio = lessonsPage.lesson.getByRole('radio').first();
  await radio.focus();
  await page.keyboard.press('Space');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(lessonsPage.verdict).toHaveClass('lesson-right');
  await lessonsPage.onward.focus();
  await page.keyboard.press('Enter');
  // whoever goes on by keys or by ear begins with the title
  await expect(lessonsPage.heading).toBeFocused();
  await expect(lessonsPage.heading).toHaveText('Look at one state');
});

test('a sign is lit wherever it stands: in the text, at the slider and in the formula', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await lessonsPage.openScene('kl.3');
  const sign = lessonsPage.column(0).locator('.price i');
  const word = lessonsPage.lesson.locator('.linked-word[data-symbol="β"]').first();
  const colour = await sign.evaluate((element) => getComputedStyle(element).color);
  await expect(word).toHaveCSS('color', colour);
  await word.getByRole('button').focus();
  await expect(sign).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await lessonsPage.show('Numbers');
  const formula = lessonsPage.panel(0).locator('.formula [data-symbol="β"]').first();
  await expect(formula).toHaveCSS('color', colour);
  await formula.focus();
  await expect(word).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await lessonsPage.column(0).locator('.price input').focus();
  await expect(formula).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await lessonsPage.heading.hover();
  await lessonsPage.column(0).locator('.price input').blur();
  await expect(formula).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('a word and the part of the page that it names are framed together', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await lessonsPage.openScene('kl.3');
  const price = lessonsPage.column(0).locator('.price');
  const word = lessonsPage.lesson.locator('.linked-word');
  await expect(price).toHaveCSS('outline-style', 'none');
  await word.getByRole('button').focus();
  await expect(price).toHaveCSS('outline-style', 'solid');
  await price.getByRole('slider').focus();
  await expect(price).toHaveCSS('outline-style', 'none');
  await expect(word).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('lessons and every part of their page are accessible', async ({ page }) => {
  test.slow();
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  // of each kind of scene one
  for (const id of ['update', 'kl', 'own']) {
    await lessonsPage.openScene(`${id}.1`);
    // the page beside it is looked at once
    await isAccessible(page, id === 'update' ? 'html' : 'aside.lesson');
  }
  for (const part of ['lessons', 'explain', 'teach', 'glossary']) {
    await page.goto(`./lessons.html#${part}`);
    await expect(page.locator('.lessons-page .lead')).toBeVisible();
    await isAccessible(page);
  }
});

test('the page of lessons shows every lesson, 42 words with pictures, and is printed without its buttons', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./lessons.html');
  await expect(page.locator('.lesson-card')).toHaveCount(lessons.length);
  await page.getByRole('link', { name: 'Glossary', exact: true }).click();
  const entries = page.locator('.glossary-entry');
  await expect(entries.first()).toBeVisible();
  expect(await entries.count()).toBeGreaterThanOrEqual(40);
  await expect(entries.locator(':is(canvas, svg)')).toHaveCount(await entries.count());
  await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
  await expect(page.getByRole('heading', { name: 'Apréndelo con la herramienta en marcha' })).toBeVisible();
  await page.getByRole('link', { name: 'Para docentes' }).click();
  await expect(page.locator('.teaching')).toHaveCount(lessons.length);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.no-print')).toBeHidden();
  await expect(page.locator('.lessons-sections')).toBeHidden();
});

test('a lecture is led by a clicker, with notes in a second window', async ({ page, context }) => {
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await lessonsPage.openScene('update.2');
  await page.getByRole('button', { name: 'Lecture' }).click();
  const opened = context.waitForEvent('page');
  await lessonsPage.lesson.getByRole('link', { name: 'Notes' }).click();
  const notes = await opened;
  await expect(notes.getByRole('heading', { level: 3 })).toHaveText('Scene 2: Who moves most?');
  await expect(notes.locator('.notes')).toContainText('What students get wrong');
  await page.bringToFront();
  // nobody chose: the room has raised its hands
  await page.keyboard.press('PageDown');
  await expect(lessonsPage.verdict).toHaveText('It is “all move the same”.');
  await page.keyboard.press('PageDown');
  await expect(lessonsPage.heading).toHaveText('Look at one state');
  await expect(notes.getByRole('heading', { level: 3 })).toHaveText('Scene 3: Look at one state');
  await page.keyboard.press('PageUp');
  await expect(lessonsPage.heading).toHaveText('Who moves most?');
  const size = await lessonsPage.lesson.locator('.lesson-text').evaluate((text) => getComputedStyle(text).fontSize);
  expect(parseFloat(size)).toBeGreaterThanOrEqual(20);
});

test('why an arrow changed is said in every column', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await lessonsPage.open('run=kl,rule:matched&run=wasserstein,rule:matched&play=0&k=3&s=22&end');
  await page.getByRole('button', { name: 'why?' }).click();
  const words = page.locator('.why-words');
  await expect(words).toHaveCount(2);
  await expect(words.first()).toContainText('At row 1, column 10');
  await expect(words.first()).toContainText('KL multiplies every action by a factor of its own');
  await expect(words.last()).toContainText('WPO carried');
  await page.getByRole('button', { name: 'why?' }).click();
  await expect(words).toHaveCount(0);
});

test('a lesson whose script comes late opens all the same, and one that does not come is told', async ({ page }) => {
  const lessonsPage = new LessonsPage(page);
  const held = /assets\/(lesson|registry|lesson-panel)[\w-]*\.js/;
  // longer than the page waits before it writes its address
  await page.route(held, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue();
  });
  await lessonsPage.openScene('kl.4');
  await expect(lessonsPage.heading).toHaveText('Nothing comes from nothing');
  await page.unroute(held);
  await page.goto('about:blank');
  await page.route(/assets\/.*\.js/, (route) => (held.test(route.request().url()) ? route.abort() : route.continue()));
  await page.goto('./#lesson=kl.4');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await lessonsPage.pausedAt(3);
});
