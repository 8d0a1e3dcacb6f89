/** A number of middling size, rounded to some digits, without zeros at its end. */
const rounded = (value: number, digits: number): string => String(Number(value.toPrecision(Math.max(1, digits))));

/** A number for a reader: three digits unless more are asked for (12 at most), a real minus, ∞ and a dash for what is not there. */
export function readable(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000 && size < 1e5) return value.toFixed(Math.max(0, digits - 5)).replace('-', '−');
  const text =
    size >= 1e5 || size < 1e-4
      ? value
          .toExponential(Math.max(1, digits - 2))
          .replace('e+', 'e')
          .replace('e', '·10^')
      : rounded(value, digits);
  return raised(text.replaceAll('-', '−'));
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789−'].map((digit, n) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[n]!]),
);

function raised(text: string): string {
  return text.replace(/\^(\S+)$/, (_, power: string) => [...power].map((digit) => RAISED[digit] ?? digit).join(''));
}

/** A return or a value, always with the same number of decimals so that it does not jump. */
export function steady(value: number, decimals = 3): string {
  if (!Number.isFinite(value)) return readable(value);
  const size = Math.abs(value);
  const shown = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : decimals;
  return value.toFixed(shown).replace('-', '−');
}

/** A probability with two decimals and no leading zero; a dot for none at all. */
export function share(value: number): string {
  if (value === 0) return '·';
  const text = value.toFixed(2);
  if (text === '1.00') return '1.0';
  return text.startsWith('0') ? text.slice(1) : text;
}

/** A number in as few letters as a table's cell holds: two digits, no leading zero. */
export function brief(value: number): string {
  if (!Number.isFinite(value) || value === 0 || Math.abs(value) >= 1e4) return readable(value);
  if (Math.abs(value) < 0.01) return value.toFixed(3).replace('-', '−').replace('0.', '.');
  if (Math.abs(value) >= 10) return value.toFixed(0).replace('-', '−');
  return rounded(value, 2)
    .replace('-', '−')
    .replace(/^(−?)0\./, '$1.');
}

/** Digits with thousands set apart, by hand: an engine takes long over its first number in a language. */
export const grouped = (digits: string): string =>
  digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** Milliseconds or counts with thousands set apart. */
export const whole = (value: number): string =>
  Number.isFinite(value) ? grouped(BigInt(Math.round(value)).toString()).replace('-', '−') : '–';
