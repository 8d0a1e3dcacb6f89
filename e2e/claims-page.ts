import type { Locator, Page } from '@playwright/test';

/** The page of claims. */
export class ClaimsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param id of a card that the address opens */
  async goto(id = ''): Promise<void> {
    await this.page.goto(`./claims.html${id === '' ? '' : `#${id}`}`);
    await this.page.locator('.claim-card svg').first().waitFor();
  }

  card(id: string): Locator {
    return this.page.locator(`article#${id}`);
  }

  /** What opens and closes a card. */
  button(id: string): Locator {
    return this.card(id).getByRole('button');
  }

  /** What stands below a card that is open. */
  opened(id: string): Locator {
    return this.page.locator(`#${id}-open`);
  }

  async open(id: string): Promise<Locator> {
    await this.button(id).click();
    await this.opened(id).waitFor();
    return this.opened(id);
  }

  /** Texts of pictures that reach out of their picture. */
  async clipped(): Promise<string[]> {
    return this.page.locator('.claim-picture svg').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const box = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')].flatMap((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const inside =
            left >= box.left - 0.5 && right <= box.right + 0.5 && top >= box.top - 1 && bottom <= box.bottom + 1;
          return inside ? [] : [text.textContent];
        });
      }),
    );
  }
}
