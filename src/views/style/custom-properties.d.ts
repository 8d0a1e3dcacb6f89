import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The column's colour. */
    '--method'?: string;
    /** Rows that the column with most settings needs: room for as many in all keeps the maps level. */
    '--settings-rows'?: number;
    /** Pixels of a slice's map. */
    '--map-width'?: string;
    /** Number of actions of a table. */
    '--n'?: number;
  }
}
