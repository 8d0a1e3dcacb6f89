import { Fragment, type ReactNode } from 'react';
import { say, type Values } from '../copy/say.ts';

type Around = (words: ReactNode) => ReactNode;

interface RichProps {
  /** An English sentence with `{places}` and `<marked>words</marked>`; it is said in the language of the page. */
  readonly of: string;
  /** What stands at its places as text. */
  readonly values?: Values;
  /** What stands at a place as an element, or what stands around marked words, each by its name. */
  readonly [name: string]: ReactNode | Around | Values;
}

/** One sentence in which words are marked, linked or explained: translators see it whole, and may order it otherwise. */
export function Rich({ of, values = {}, ...parts }: RichProps) {
  // elements come where the language puts them
  const places = Object.keys(parts).filter((name) => typeof parts[name] !== 'function');
  return woven(say(of, { ...Object.fromEntries(places.map((name) => [name, `{${name}}`])), ...values }), parts);
}

/** A sentence with elements at its `{places}` and around its `<marked>words</marked>`, each by its name. */
export function woven(sentence: string, parts: Readonly<Record<string, unknown>>): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{(\w+)\}|<(\w+)>(.*?)<\/\2>/gs)) {
    const [whole, place, mark, inner] = match;
    const part = parts[place ?? mark!];
    if (part === undefined) continue;
    pieces.push(sentence.slice(at, match.index));
    pieces.push(typeof part === 'function' ? (part as Around)(woven(inner!, parts)) : (part as ReactNode));
    at = match.index + whole.length;
  }
  pieces.push(sentence.slice(at));
  return pieces.map((piece, n) => <Fragment key={n}>{piece}</Fragment>);
}
