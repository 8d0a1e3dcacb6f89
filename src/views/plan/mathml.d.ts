import type { HTMLAttributes } from 'react';

/** MathML's elements, which every browser now sets itself; React's types do not name them. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: HTMLAttributes<MathMLElement> & { display?: 'block' | 'inline' };
      mrow: HTMLAttributes<MathMLElement>;
      mi: HTMLAttributes<MathMLElement>;
      mn: HTMLAttributes<MathMLElement>;
      mo: HTMLAttributes<MathMLElement>;
      mtext: HTMLAttributes<MathMLElement>;
      msup: HTMLAttributes<MathMLElement>;
    }
  }
}
