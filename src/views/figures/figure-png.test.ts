import { expect, it } from 'vitest';
import { crc32 } from 'node:zlib';
import { withTexts } from './figure-png.ts';

it('writes texts behind the header of a PNG, with their checksums', () => {
  const head = Uint8Array.from({ length: 33 }, (_, n) => n);
  const rest = Uint8Array.from([7, 7, 7]);
  const png = withTexts(Uint8Array.from([...head, ...rest]), { Title: 'β', Source: 'https://a.test/' });
  expect([...png.subarray(0, 33)]).toEqual([...head]);
  expect([...png.subarray(-3)]).toEqual([...rest]);
  const view = new DataView(png.buffer);
  const found: string[] = [];
  let at = 33;
  while (at < png.length - 3) {
    const length = view.getUint32(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(typed));
    found.push(new TextDecoder().decode(typed));
    at += 12 + length;
  }
  expect(at).toBe(png.length - 3);
  expect(found).toEqual(['iTXtTitle\0\0\0\0\0β', 'iTXtSource\0\0\0\0\0https://a.test/']);
});
