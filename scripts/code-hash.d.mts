/** The first 12 hexadecimal digits of SHA-256 over all code that makes numbers. */
export function codeHash(): string;
