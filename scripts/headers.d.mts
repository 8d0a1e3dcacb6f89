export interface HeaderRule {
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
}
export function readHeaders(text: string): HeaderRule[];
export function headersOf(rules: readonly HeaderRule[], pathname: string): Record<string, string>;
