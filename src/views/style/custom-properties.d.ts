import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The column's colour. */
    '--method'?: string;
    /** Height of what is drawn of an update, with its unit. */
    '--panel-height'?: string;
    /** Pixels of a slice's map. */
    '--map-width'?: string;
    /** Number of actions of a table. */
    '--n'?: number;
  }
}
