import { say } from '../../copy/say.ts';
import { sourceOf } from './citation.ts';
import type { Figure } from './figure.ts';

/** Pixels of the file in one of the page. */
const SCALE = 2;

/** A figure as PNG: the very layout of its SVG, twice as fine, with where it comes from written into the file. */
export async function figurePng(figure: Figure, svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error(say('This browser gives no 2D canvas.'));
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/png'));
    if (blob === null)
      throw new Error(
        say('A picture of {width} × {height} pixels is too large for this browser.', {
          width: canvas.width,
          height: canvas.height,
        }),
      );
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const texts = { Title: figure.title, Description: figure.words, Source: sourceOf(figure.origin.link) };
    return new Blob([withTexts(bytes, texts)], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Signature and header of a PNG: texts may stand after them. */
const HEAD = 8 + 25;

/** The bytes of a PNG with texts in it, each under its keyword. */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, png.length);
  const out = new Uint8Array(length);
  out.set(png.subarray(0, HEAD));
  let at = HEAD;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  out.set(png.subarray(HEAD), at);
  return out;
}

/** An iTXt chunk: keyword, not packed, no language, the text in UTF-8 (PNG, third edition, 11.3.3.4). */
function textChunk(keyword: string, text: string): Uint8Array {
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, checksum(data));
  return chunk;
}

/** CRC-32 of a chunk's type and data. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
