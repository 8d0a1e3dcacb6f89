import type { Verdict, Word } from '../../claims/claim.ts';

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
      <span aria-hidden="true">{marks[word]}</span> {word === 'seen' ? 'what was seen' : word}
    </span>
  );
}

/** A verdict with the numbers that it rests on. */
export function VerdictView({ verdict, of }: { readonly verdict: Verdict; readonly of: string }) {
  return (
    <div className="verdict">
      <p>
        <VerdictWord word={verdict.word} /> {verdict.condition} <span className="quiet">by {of}</span>
      </p>
      <ul>
        {verdict.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
