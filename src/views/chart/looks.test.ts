import { expect, it } from 'vitest';
import { methods, type MethodKind } from '../../methods/registry.ts';
import { looksOf } from './looks.ts';

const MOST = 6;

it('keeps marks and dashes of any six columns apart, whatever their colours', () => {
  const kinds = Object.keys(methods) as MethodKind[];
  const six = kinds.map((_, n) => Array.from({ length: MOST }, (__, i) => kinds[(n + i) % kinds.length]!));
  const alike = kinds.map((kind) => Array.from({ length: MOST }, () => kind));
  const mixed = kinds.flatMap((a) => kinds.map((b) => [a, a, b, b, a, b]));
  for (const columns of [...six, ...alike, ...mixed]) {
    const looks = looksOf(columns.map((method) => ({ method })));
    expect(new Set(looks.map(({ mark }) => mark)).size, columns.join(' ')).toBe(MOST);
    expect(new Set(looks.map(({ dash }) => dash.join(' '))).size, columns.join(' ')).toBe(MOST);
  }
});

it('gives the first column of a method the method’s own look, wherever it stands', () => {
  const [, second] = looksOf([{ method: 'kl' }, { method: 'sinkhorn' }]);
  const [, , third] = looksOf([{ method: 'kl' }, { method: 'kl' }, { method: 'sinkhorn' }]);
  expect(third).toEqual(second);
});

it('colours the bridge along its dial, from KL’s to Wasserstein’s', () => {
  const at = (dial: number) => looksOf([{ method: 'bridge', dial } as never])[0]!.color;
  const [kl, wasserstein] = looksOf([{ method: 'kl' }, { method: 'wasserstein' }]);
  const plain = (color: string) =>
    color.replace(/^#(..)(..)(..)$/, (_, r: string, g: string, b: string) => {
      return `rgb(${[r, g, b].map((part) => parseInt(part, 16)).join(', ')})`;
    });
  expect(at(0)).toBe(plain(kl!.color));
  expect(at(1)).toBe(plain(wasserstein!.color));
  expect(at(0.5)).not.toBe(at(0.6));
});
