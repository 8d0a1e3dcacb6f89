import type { Attributes, HTMLAttributes } from 'react';

/** MathML's elements, which every browser now sets itself; React's types do not name them. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: HTMLAttributes<MathMLElement> & { display?: 'block' | 'inline' };
      mrow: Attributes & HTMLAttributes<MathMLElement>;
      mi: Attributes & HTMLAttributes<MathMLElement>;
      mn: Attributes & HTMLAttributes<MathMLElement>;
      mo: Attributes & HTMLAttributes<MathMLElement>;
      mtext: Attributes & HTMLAttributes<MathMLElement>;
      msup: Attributes & HTMLAttributes<MathMLElement>;
    }
  }
}
