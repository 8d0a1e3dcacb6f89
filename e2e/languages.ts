import { expect, type Page } from '@playwright/test';

/** What is written alike in all languages: names, signs, keys, and what a reader typed. */
const NAMES =
  /\b(Trust Region Playground|KL|WPO|SPO|TRPO|PPO|A2C|Bridge|fKL|Repl|W-flow|GAE|MDP|English|Español|qps|MIT|SVG|PNG|Markdown|LaTeX|JSON|CSV|YAML|GitHub|arXiv|CPU|RGB|Esc|Enter|Shift|Ctrl|Alt|Tab|Home|End|PageUp|PageDown|Space|[0-9a-f]{12}|https?:\S+)\b/g;

/** Every text of a page that was not said in its language: in the pseudo-language whatever is left in plain letters. */
async function unsaid(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    // what is copied out of a text box is made for programs
    const stays = 'script, style, noscript, code, kbd, svg title, [translate="no"], .opening, [lang="en"]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Text) {
        if (node.parentElement?.closest(`${stays}, textarea`) === null) found.push(node.data);
      } else if (node instanceof Element && node.closest(stays) === null) {
        for (const name of [
          'aria-label',
          'aria-description',
          'aria-valuetext',
          'title',
          'alt',
          'placeholder',
          'label',
        ]) {
          const value = node.getAttribute(name);
          if (value !== null) found.push(value);
        }
      }
    }
    return found;
  });
  const plain = texts.filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(NAMES, '')));
  return [...new Set(plain.map((text) => text.trim().replaceAll(/\s+/g, ' ')))];
}

/** Nothing on the page is left in English. */
export async function expectSaid(page: Page, where: string): Promise<void> {
  expect(await unsaid(page), where).toEqual([]);
}
