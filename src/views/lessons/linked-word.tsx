import type { ReactNode } from 'react';
import { Term } from '../explain/term.tsx';
import type { Word } from '../../lessons/glossary.ts';

/** Words of lessons, each with what explains it, and with the part of the page that it names. */
export const linkedWords = {
  policy: { word: 'policy', part: 'map' },
  update: { word: 'update', part: 'update' },
  region: { word: 'region', part: 'update' },
  radius: { word: 'radius', part: 'step', symbol: 'δ' },
  price: { word: 'price', part: 'price', symbol: 'β' },
  beta: { word: 'beta', part: 'price', symbol: 'β' },
  lambda: { word: 'lambda', part: 'price', symbol: 'λ' },
  dial: { word: 'dial', part: 'price', symbol: 's' },
  deadzone: { word: 'deadzone', part: 'price' },
  cost: { word: 'cost', part: 'update' },
  particles: { word: 'particles', part: 'update' },
} as const satisfies Readonly<Record<string, { readonly word: Word; readonly part: string; readonly symbol?: string }>>;

/** A word that is explained; while it is pointed at or focused, the part of the page that it names is framed, and the other way round. */
export function LinkedWord({ of, children }: { readonly of: keyof typeof linkedWords; readonly children: ReactNode }) {
  const { word, part, symbol }: { word: Word; part: string; symbol?: string } = linkedWords[of];
  return (
    <span className="linked-word" data-part={part} data-symbol={symbol}>
      <Term of={word}>{children}</Term>
    </span>
  );
}
