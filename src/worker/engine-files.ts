import { unsaid } from '../copy/say.ts';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import mujoco from '@mujoco/mujoco/mujoco.wasm?url';
import type { EngineFiles } from '../training/open-session.ts';

/** The engines' binaries as the page serves them. @param progress is told how far the large one is */
export function engineFiles(progress: (sentence: string) => void): EngineFiles {
  return { tensorflow: { plain, simd }, mujoco: () => fetchBinary(mujoco, 'MuJoCo', progress) };
}

const MEGABYTE = 1_000_000;

/** Fetches a file and tells how much of it has come, in steps of a tenth of a megabyte. */
async function fetchBinary(url: string, name: string, progress: (sentence: string) => void): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) {
    throw new Error(unsaid('the server answered {status}.', { status: response.status }));
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  let told = -1;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    const tenths = Math.floor((10 * length) / MEGABYTE);
    if (tenths !== told) {
      const values = { name, come: (tenths / 10).toFixed(1) };
      progress(unsaid('Fetching {name}, once: {come} of about 10 MB unpacked…', values));
    }
    told = tenths;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  progress(unsaid('Starting {name}…', { name }));
  return whole;
}
