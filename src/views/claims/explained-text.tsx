import { Term } from '../explain/term.tsx';
import type { Word } from '../../lessons/glossary.ts';

/** A text in which words between double brackets explain themselves: "[[radius|δ]]". */
export function ExplainedText({ text }: { readonly text: string }) {
  return text.split(/\[\[(.+?)\]\]/).map((part, n) => {
    if (n % 2 === 0) return part;
    const [word, shown] = part.split('|') as [Word, string | undefined];
    return (
      <Term key={n} of={word}>
        {shown ?? word}
      </Term>
    );
  });
}
