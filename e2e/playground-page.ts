import { expect, type Locator, type Page } from '@playwright/test';

/** The page as its users and its tests know it: all selectors live here. */
export class PlaygroundPage {
  readonly root: Locator;
  readonly columns: Locator;
  readonly charts: Locator;
  readonly problems: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('#root');
    this.columns = page.locator('[data-column]');
    this.charts = page.getByRole('region', { name: 'Charts' });
    this.problems = page.locator('.problems');
  }

  /** Opens a fragment and waits until the columns are ready, or playing. */
  async open(fragment = ''): Promise<void> {
    // the same document hears of its new address a little later
    const fresh = await this.page.goto(fragment === '' ? './' : `./#${fragment}`);
    if (fresh === null) await this.page.evaluate(() => new Promise((then) => setTimeout(then, 100)));
    await expect(this.root).toHaveAttribute('data-status', /ready|playing/);
  }

  column(index: number): Locator {
    return this.page.locator(`[data-column="${index}"]`);
  }

  map(index: number): Locator {
    return this.column(index).locator('.map');
  }

  /** The picker of worlds. */
  get world(): Locator {
    return this.page.getByRole('combobox', { name: 'world', exact: true });
  }

  /** What the update did at one state, in a column. */
  panel(index: number): Locator {
    return this.page.locator(`[data-panel="${index}"]`);
  }

  /** How the update at a state is shown: Flow, Region, Numbers or Cost M. */
  async show(panel: string): Promise<void> {
    await this.page.locator('.panel-switch').getByText(panel, { exact: true }).click();
  }

  /** Opens the settings: those that all columns share, and every column's own. */
  async openShared(): Promise<void> {
    const drawer = this.page.locator('details.drawer');
    if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').click();
  }

  /** One column's own settings, in the drawer. */
  own(index: number): Locator {
    return this.page.locator('.drawer-column').nth(index);
  }

  /** A button by its name; the one that plays says how far. */
  button(name: string | RegExp): Locator {
    if (name === 'Play') return this.page.getByRole('button', { name: /^Play/ });
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Iterations of all columns. */
  async iterations(): Promise<number[]> {
    return this.columns.evaluateAll((all) => all.map((column) => Number((column as HTMLElement).dataset.iteration)));
  }

  /** Digests of all columns, once they are paused. */
  async digests(): Promise<string[]> {
    for (let index = 0; index < (await this.columns.count()); index += 1) {
      await expect(this.column(index)).toHaveAttribute('data-digest', /^2\.[\da-f]{16}$/);
    }
    return this.columns.evaluateAll((all) => all.map((column) => (column as HTMLElement).dataset.digest ?? ''));
  }

  async pausedAt(iteration: number): Promise<void> {
    await expect(this.root).toHaveAttribute('data-status', 'ready', { timeout: 30_000 });
    await expect
      .poll(() => this.iterations(), { timeout: 30_000 })
      .toEqual(Array.from({ length: await this.columns.count() }, () => iteration));
  }

  /** Waits until the first column has come at least this far. */
  async reaches(iteration: number): Promise<void> {
    await expect.poll(async () => (await this.iterations())[0], { timeout: 30_000 }).toBeGreaterThanOrEqual(iteration);
  }
}
