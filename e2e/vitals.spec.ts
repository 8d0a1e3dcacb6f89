import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

interface Vitals {
  /** The largest thing that was painted before anything was touched, the last of them at the end. */
  readonly paints: { readonly element: string; readonly milliseconds: number }[];
  /** What moved that nobody had moved: how much, and what. */
  readonly shifts: string[];
  /** Longest answer to each press or key, by the browser's number of the interaction. */
  readonly answers: Record<number, { readonly type: string; readonly milliseconds: number }>;
}

/** Collects what the browser itself measures of a page. */
function collect(): void {
  interface Entry extends PerformanceEntry {
    readonly element?: Element | null;
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources?: readonly {
      readonly node?: Node | null;
      readonly previousRect: DOMRect;
      readonly currentRect: DOMRect;
    }[];
    readonly interactionId: number;
  }
  const vitals: Vitals = { paints: [], shifts: [], answers: {} };
  Object.assign(window, { vitals });
  const observe = (type: string, told: (entry: Entry) => void, options: object = {}): void => {
    new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(told)).observe({
      type,
      buffered: true,
      ...options,
    });
  };
  observe('largest-contentful-paint', ({ element, startTime }) => {
    const name = element === null || element === undefined ? 'gone' : `${element.localName}.${element.className}`;
    vitals.paints.push({ element: name, milliseconds: startTime });
  });
  observe('layout-shift', ({ value, startTime, hadRecentInput, sources = [] }) => {
    const what = sources.map(({ node, previousRect, currentRect }) => {
      const [from, to] = [previousRect, currentRect].map(({ x, y, width, height }) => `${x},${y} ${width} × ${height}`);
      const name = (node as Element | null)?.className ?? node?.parentElement?.className;
      return `${name} “${node?.textContent?.slice(0, 20)}” ${from} → ${to}`;
    });
    if (!hadRecentInput) vitals.shifts.push(`${startTime.toFixed(0)} ms: ${value} ${what.join(' | ')}`);
  });
  observe(
    'event',
    ({ interactionId, name, duration }) => {
      if (interactionId === 0) return;
      const before = vitals.answers[interactionId]?.milliseconds ?? 0;
      if (duration > before) vitals.answers[interactionId] = { type: name, milliseconds: duration };
    },
    { durationThreshold: 16 },
  );
}

const vitalsOf = (page: Page): Promise<Vitals> => page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);

/** Milliseconds in which a press is answered, on a machine that does other work at the same time: what a reader would call stuck. */
const STUCK = 1000;

for (const [name, width, height] of [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const) {
  test(`on ${name} the first scene is what is painted largest, presses are answered, and nothing moves while it opens`, async ({
    playground,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(collect);
    // so slowly that a busy machine does not play to the end before it can pause
    await page.addInitScript(() => localStorage.setItem('trust-region-speed', '1'));
    await playground.open();
    await playground.pausedAt(3);
    const { paints } = await vitalsOf(page);
    const largest = paints.at(-1)!;
    // it stands in the HTML, so that no script is waited for
    // the element of the HTML is gone once the page's own stands in its place; on a slow machine its note is seen before
    expect(largest.element).toMatch(/^(h2\.|p\.scene-text|p\.opening|gone)$/);
    await page.mouse.move(30, 300, { steps: 5 });
    expect((await vitalsOf(page)).shifts).toEqual([]);
    // play, step, a slider, the pointer over a map, settings, taken back, the dialog
    await playground.button('Play').click();
    await playground.reaches(4);
    await page.getByRole('button', { name: /^Pause/ }).click();
    await playground.button('Step').click();
    await page.getByRole('slider', { name: 'timeline' }).press('ArrowLeft');
    // on a phone the methods' own sliders are among the settings
    if (width > 700) await playground.column(2).getByRole('slider', { name: /λ/ }).press('ArrowRight');
    await playground.map(1).hover({ position: { x: 30, y: 30 } });
    await playground.map(1).click({ position: { x: 40, y: 40 } });
    await page.locator('details.drawer summary').click();
    await expect(page.locator('.drawer-column').first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await playground.button('Share').click();
    await expect(page.locator('.hand-over')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    const { answers, shifts } = await vitalsOf(page);
    const slow = Object.values(answers).toSorted((a, b) => b.milliseconds - a.milliseconds);
    // a browser that counted none would pass anything
    expect(slow.length).toBeGreaterThan(2);
    expect(slow[0]!.milliseconds).toBeLessThan(STUCK);
    console.log(
      `${name}: largest paint ${largest.element} at ${largest.milliseconds.toFixed(0)} ms; ` +
        // an answer that comes later than half a second after its press counts as a shift: on a busy machine it says nothing
        `${shifts.length} late answers; slowest answers ${slow
          .slice(0, 3)
          .map(({ type, milliseconds }) => `${type} ${milliseconds}`)
          .join(', ')} ms of ${slow.length}`,
    );
  });
}

for (const [world, width, height] of [
  ['cart-pole', 1440, 900],
  ['hopper', 1280, 720],
  ['walker2d', 390, 844],
] as const) {
  test(`nothing moves while ${world} opens at ${width}`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(collect);
    await page.addInitScript(() => localStorage.setItem('trust-region-speed', '1'));
    await playground.open(`world=${world}`);
    await expect(page.locator('.scene canvas')).toHaveCount(3);
    await expect(page.locator('.slice-axes canvas')).toHaveCount(3);
    await expect(page.locator('.map-bar .legend')).toHaveCount(1);
    await page.waitForTimeout(500);
    expect((await vitalsOf(page)).shifts).toEqual([]);
  });
}
