import { test as base } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** A test with the page object, which fails when the page's console says anything wrong. */
export const test = base.extend<{ playground: PlaygroundPage }>({
  playground: async ({ page }, use) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    await use(new PlaygroundPage(page));
    expect(wrong).toEqual([]);
  },
});

export const { expect } = base;
