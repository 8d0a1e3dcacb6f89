import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The column's colour. */
    '--method'?: string;
  }
}
