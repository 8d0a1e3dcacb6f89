import type { Problem } from '../field.ts';
import { problemOf, quote } from '../field.ts';
import { isPacked, unpack } from './link-packing.ts';
import { split, unescapeValue, type Tell } from './link-text.ts';

/** Version of the link's grammar. A link of version 2 ends with `END`; all else is as in version 1. */
export const LINK_VERSION = 2;

/** Last part of a link, by which it is seen that nothing was cut off on the way. */
export const END = 'end';

/** Longest readable fragment. */
const MOST_CHARACTERS = 40_000;
/** Most problems that are collected. */
export const MOST_PROBLEMS = 12;
/** Most parts, which `&` ends, that are looked at: more than all settings and changes have. */
const MOST_PARTS = 2000;
/** Most settings of a column that are looked at. */
const MOST_SETTINGS = 40;

/** A column as a link writes it: texts that nobody has judged. */
export interface ColumnParts {
  readonly method: string;
  readonly settings: ReadonlyMap<string, string>;
}

/** What a link says, as texts: nothing is defaulted, nothing is judged. */
export interface LinkParts {
  /** "1" or "2"; undefined in what was written by hand, which means what it means today. */
  readonly version: string | undefined;
  /** Every key but `v`, `run`, `at` and `end`, once. */
  readonly entries: ReadonlyMap<string, string>;
  readonly columns: readonly ColumnParts[];
  /** `iteration,column,setting:value` each */
  readonly changes: readonly string[];
}

/** Takes a fragment apart, with or without `#`, readable or packed. Whatever it says, parts come back. */
export function parseLink(fragment: string): { readonly parts: LinkParts; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tell: Tell = (problem) => {
    if (problem !== undefined) problems.push(problem);
  };
  const plain = readable(fragment, tell);
  const entries = new Map<string, string>();
  const columns: ColumnParts[] = [];
  const changes: string[] = [];
  const given = plain.split('&', MOST_PARTS + 1);
  if (given.length > MOST_PARTS) {
    tell(problemOf('This link has more than {most} parts', 'the first {most} are read', { most: MOST_PARTS }));
  }
  for (const part of given.slice(0, MOST_PARTS)) {
    if (part.trim() === '') continue;
    const [name, written] = split(part, '=');
    const key = unescapeValue(name).trim();
    const value = unescapeValue(written);
    if (key === 'run') columns.push(columnOf(value));
    else if (key === 'at') changes.push(value);
    else if (!entries.has(key)) entries.set(key, value);
    else if (problems.length < MOST_PROBLEMS) {
      problems.push(problemOf('{key} is given twice', 'the first is used', { key: quote(key) }));
    }
  }
  const version = entries.get('v')?.trim();
  const whole = entries.has(END) || given.length > MOST_PARTS;
  entries.delete('v');
  entries.delete(END);
  if (version !== undefined && version !== '1' && version !== String(LINK_VERSION)) {
    tell(
      problemOf('This link says version {seen}', 'this page reads versions 1 and {latest}, and took what it knows', {
        seen: quote(version),
        latest: LINK_VERSION,
      }),
    );
  } else if (version === String(LINK_VERSION) && !whole) {
    tell(problemOf('The end of this link is missing: it was cut off on the way', 'what is left of it is opened'));
  }
  return { parts: { version, entries, columns, changes }, problems };
}

function columnOf(text: string): ColumnParts {
  const [method = '', ...settings] = text.split(',', MOST_SETTINGS + 1);
  return {
    method: method.trim(),
    settings: new Map(settings.map((setting) => split(setting, ':')).map(([key, value]) => [key.trim(), value])),
  };
}

/** The readable form of a fragment, of what sticks to it freed; empty where it cannot be read. */
function readable(fragment: string, tell: Tell): string {
  const bare = withoutSpace(fragment.replace(/^\s*#/, '')).replaceAll('&amp;', '&');
  if (isPacked(bare)) {
    // what ends a link of version 1 may belong to it
    const opened = unpack(bare) ?? unpack(withoutStickers(bare));
    if (opened === null) {
      tell(problemOf('The packed part of this link is damaged', 'the page opens with its defaults'));
      return '';
    }
    return opened;
  }
  if (bare.length > MOST_CHARACTERS) {
    tell(
      problemOf('This link has {n} characters, at most {most} are read', 'the page opens with its defaults', {
        n: bare.length,
        most: MOST_CHARACTERS,
      }),
    );
    return '';
  }
  return withoutStickers(bare);
}

/** Escapes of space, as addresses have it. */
const ESCAPED_SPACE = ['%20', '%0a', '%0d', '%09'];

/** Line breaks and tabs go wherever a mail has put them, other space where it stands around the link. */
function withoutSpace(fragment: string): string {
  let text = fragment.replaceAll(/[\n\r\t]/g, '').trim();
  while (ESCAPED_SPACE.includes(text.slice(0, 3).toLowerCase())) text = text.slice(3).trimStart();
  let end = text.length;
  while (ESCAPED_SPACE.includes(text.slice(Math.max(0, end - 3), end).toLowerCase())) end -= 3;
  return text.slice(0, end).trimEnd();
}

/** Punctuation that chats and sentences leave at the end of a link, or cut off from it. */
const STICKERS = '.,;:!?\'")]>*_~-';

/** Without punctuation at its end; a map of version 1 may end in free cells, which are dots. */
function withoutStickers(link: string): string {
  const last = link.slice(link.lastIndexOf('&') + 1);
  const dots = last.startsWith('world.map=') && !/(?:^|&)v=(?!1(?:&|$))/.test(link);
  let kept = link.length;
  for (let end = link.length; end > 0 && STICKERS.includes(link[end - 1]!); end -= 1) {
    if (!dots || link[end - 1] !== '.') kept = end - 1;
  }
  return link.slice(0, kept);
}
