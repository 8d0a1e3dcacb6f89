import { say } from '../../copy/say.ts';
import type { Word } from '../../claims/claim.ts';

const marks: Record<Word, string> = {
  'not run': '…',
  holds: '●',
  'holds under conditions': '◐',
  'does not hold here': '○',
  seen: '·',
};

/** The word of a verdict, with a mark that needs no colour. */
export function VerdictWord({ word }: { readonly word: Word }) {
  return (
    <span className="verdict-word" data-word={word}>
      <span aria-hidden="true">{marks[word]}</span> {say(word === 'seen' ? 'what was seen' : word)}
    </span>
  );
}
