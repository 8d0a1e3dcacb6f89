/**
 * A table of 2^(i − origin) for every exponent of a double: 0 at its start if `origin` > 1074, ∞ at its end.
 *
 * Each kernel keeps its own: engines read a constant of the same module faster than an imported one.
 */
export function powersOfTwo(origin: number): Float64Array {
  const power = new Float64Array(origin + 1025);
  power[origin] = 1;
  for (let i = origin + 1; i < power.length; i += 1) power[i] = power[i - 1]! * 2;
  for (let i = origin - 1; i >= 0; i -= 1) power[i] = power[i + 1]! / 2;
  return power;
}
