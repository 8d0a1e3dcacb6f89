import type { ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import type { Move, Term } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { readable } from '../format.ts';

interface FormulaProps {
  readonly plan: StatePlan;
  readonly method: MethodKind;
  readonly actions: readonly Action[];
  readonly move: Move;
  readonly still: boolean;
  readonly lit: string | null;
  readonly onLight: (source: string | null) => void;
}

/** Settings whose numbers a formula has, by their signs. */
const SYMBOLS: Readonly<Record<string, string>> = { beta: 'β', lambda: 'λ', dial: 's' };

/** What ties a sign to the same sign elsewhere on the page, for pointer and keys; nothing for a sign that is nowhere else. */
const symbolOf = (text: string | undefined) =>
  text !== undefined && Object.values(SYMBOLS).includes(text) ? { 'data-symbol': text, tabIndex: 0 } : {};

/** The update with this state's numbers in it. Each number lights up what it stands for in the picture, and is lit by it. */
export function Formula({ plan, method, actions, move, still, lit, onLight }: FormulaProps) {
  if (still || plan.untouched) {
    return (
      <p className="formula quiet">
        {say(
          still
            ? 'No step has been made yet: this is the policy before learning.'
            : 'This state was not visited: its row stays as it is.',
        )}
      </p>
    );
  }
  const draw = (terms: readonly Term[]): ReactNode[] =>
    terms.map((term, n): ReactNode => {
      switch (term.kind) {
        case 'symbol':
          return (
            <mi key={n} {...symbolOf(term.text)}>
              {term.text}
            </mi>
          );
        case 'operator':
          return <mo key={n}>{term.text}</mo>;
        case 'words':
          return <mtext key={n}>{term.text}</mtext>;
        case 'old':
          return <mtext key={n}>{actions[move.from]!.glyph}</mtext>;
        case 'new':
          return <mtext key={n}>{actions[move.to]!.glyph}</mtext>;
        case 'power':
          return (
            <msup key={n}>
              <mrow>{draw(term.base)}</mrow>
              <mrow>{draw(term.exponent)}</mrow>
            </msup>
          );
        case 'number':
          return (
            <mn
              key={n}
              {...symbolOf(SYMBOLS[term.source])}
              className={lit === term.source ? 'lit' : ''}
              title={String(term.value)}
              onMouseEnter={() => onLight(term.source)}
              onMouseLeave={() => onLight(null)}
            >
              {term.text ?? readable(term.value)}
            </mn>
          );
      }
    });
  return (
    <div
      className="formula"
      translate="no"
      role="region"
      aria-label={say('Formula of {method}', { method: methods[method].short })}
      tabIndex={0}
    >
      <math>
        <mrow>{draw(methods[method].formula(plan, move))}</mrow>
      </math>
    </div>
  );
}
