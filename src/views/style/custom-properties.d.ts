import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The column's colour. */
    '--method'?: string;
    /** Number of actions of a table. */
    '--n'?: number;
  }
}
