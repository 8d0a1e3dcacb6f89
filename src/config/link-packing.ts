import { base64urlnopad } from '@scure/base';
import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';

const PREFIX = /^z\d{1,3}=/;
/** Inflated bytes beyond this are a bomb, not a link. */
const MOST_BYTES = 200_000;

/** Whether a fragment is packed: `z1=` and base64url of a raw deflate stream. */
export function isPacked(fragment: string): boolean {
  return PREFIX.test(fragment);
}

/** Packs a readable fragment. @param end a last part, since base64url may end in what chats cut off */
export function pack(readable: string, version: number, end: string): string {
  return `z${version}=${base64urlnopad.encode(deflateSync(strToU8(readable), { level: 9 }))}&${end}`;
}

/** The readable fragment in a packed one, or null when it is damaged or would grow beyond all measure. */
export function unpack(fragment: string): string | null {
  const body = fragment.replace(PREFIX, '').split('&', 1)[0]!;
  if (body.length > MOST_BYTES) return null;
  try {
    const bytes = base64urlnopad.decode(body);
    const chunks: Uint8Array[] = [];
    let total = 0;
    let ended = false;
    const inflate = new Inflate((chunk, final) => {
      total += chunk.length;
      if (total > MOST_BYTES) throw new RangeError('too long');
      chunks.push(chunk);
      ended ||= final;
    });
    // small pieces, so that a bomb is noticed before it has gone off
    for (let from = 0; from < bytes.length; from += 512) {
      inflate.push(bytes.subarray(from, from + 512), from + 512 >= bytes.length);
    }
    if (!ended) return null;
    const whole = new Uint8Array(total);
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return strFromU8(whole);
  } catch {
    return null;
  }
}
