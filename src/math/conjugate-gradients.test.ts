import { describe, expect, it } from 'vitest';
import { conjugateGradients, dot } from './conjugate-gradients.ts';

describe('conjugate gradients', () => {
  const matrix = [
    [4, 1, 0],
    [1, 3, -1],
    [0, -1, 2],
  ];
  const product = (v: Float32Array): Float32Array => Float32Array.from(matrix, (row) => dot(Float32Array.from(row), v));

  it('solve a system of n unknowns in n steps', () => {
    const x = Float32Array.of(0.5, -1, 2);
    conjugateGradients(product, product(x), 3, 1e-12).forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 5));
  });

  it('stop where the matrix is not positive, and at once where there is nothing to solve', () => {
    expect([...conjugateGradients((v) => v.map((x) => -x), Float32Array.of(1, 2), 5, 1e-9)]).toEqual([0, 0]);
    expect([...conjugateGradients(product, new Float32Array(3), 5, 1e-9)]).toEqual([0, 0, 0]);
  });
});
