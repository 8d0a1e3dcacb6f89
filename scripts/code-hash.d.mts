/** The first 12 hexadecimal digits of SHA-256 over all code that makes numbers. */
export function codeHash(): string;
/** The first 8 hexadecimal digits of SHA-256 over the files that ship as they are. */
export function publicHash(): string;
