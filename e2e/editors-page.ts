import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from './test.ts';
import { PlaygroundPage } from './playground-page.ts';

/** A map of three rows. */
export const SMALL = 'world=gridworld&world.map=S..../...../....G&play=0&end';
/** Two columns, at their second update. */
export const COST = 'world=four-rooms&run=kl&run=wasserstein&play=0&k=2&end';
/** Two columns, one with a rule for β and one with a rule for λ. */
export const SCHEDULE = 'world=four-rooms&run=kl,rule:geometric&run=sinkhorn,lambdaRule:linear&play=0&end';

/** The editors beside the columns, as their tests know them. */
export class EditorsPage extends PlaygroundPage {
  readonly editor: Locator;
  readonly pad: Locator;

  constructor(page: Page) {
    super(page);
    this.editor = page.locator('aside.editor');
    this.pad = page.getByRole('application', { name: /^Map, / });
  }

  /** Opens a fragment, the settings, and the editor that a button of theirs opens. */
  async edit(fragment: string, button: string): Promise<void> {
    // anew, not as another link on the page that is open
    await this.page.goto('about:blank');
    await this.open(fragment);
    await this.openShared();
    await this.page.getByRole('button', { name: button }).first().click();
    await expect(this.editor).toBeVisible();
  }

  /** The middle of a cell of the map, in pixels of the page. */
  async cell(row: number, column: number): Promise<{ readonly x: number; readonly y: number }> {
    const [, rows, columns] = /(\d+) rows and (\d+) columns/.exec((await this.pad.getAttribute('aria-label'))!)!;
    const box = (await this.pad.boundingBox())!;
    const size = (box.width - 2) / Number(columns);
    expect(Math.abs(size - (box.height - 2) / Number(rows))).toBeLessThan(0.1);
    return { x: box.x + 1 + (column + 0.5) * size, y: box.y + 1 + (row + 0.5) * size };
  }

  /** Rows of the map that the link holds. */
  async drawn(): Promise<string[]> {
    const found = /world\.map=([^&]*)/.exec(decodeURIComponent(new URL(this.page.url()).hash));
    return (found?.[1] ?? '').split('/');
  }

  /** The box in the table of M from one action to another. */
  price(from: string, to: string): Locator {
    return this.editor.getByRole('textbox', { name: `from ${from} to ${to}` });
  }
}

/** A page that is touched. */
export async function touched(browser: Browser, baseURL: string | undefined): Promise<EditorsPage> {
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  return new EditorsPage(await context.newPage());
}

/** A finger goes along points: what Playwright's tap cannot do. */
export async function swipe(
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
