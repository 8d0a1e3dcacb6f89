import { filled, type Translation } from './say.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHER = [...'áƀçđéƒǧħíĵķłɱñóƥɋřšŧúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶŁṀÑÓƤɊŘŠŦÚṼŴẊÝŽ'];

const accented = (text: string): string => text.replaceAll(/[A-Za-z]/g, (letter) => OTHER[PLAIN.indexOf(letter)]!);

/** A text with other letters and of twice the length. What is in `{}` and in `<>` stays. */
export function pseudo(text: string): string {
  const said = text
    .split(/(\{\w+\}|<\/?[\w-]+>)/)
    .map((part, n) => (n % 2 === 0 ? accented(part) : part))
    .join('');
  const letters = text.replaceAll(/\{\w+\}|<\/?[\w-]+>/g, '').length;
  // in words, so that it breaks where a language would
  const more = 'ŵóřđ '
    .repeat(Math.ceil(letters / 5))
    .slice(0, letters)
    .trim();
  return letters < 2 ? said : `${said} ${more}`;
}

/** Any sentence at all: what is on a page in plain letters was never said. */
export const pseudoTranslation: Translation = (english, values) => filled(pseudo(english), values);

/** All texts of what a language says elsewhere, each with other letters. */
export function pseudoCopy<Copy>(copy: Copy): Copy {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return pseudo(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
  };
  return walk(copy) as Copy;
}
