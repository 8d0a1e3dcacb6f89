import { env, ready, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

/** Where the backend's binaries are: one of them is fetched, by what the engine can do. */
export interface BackendFiles {
  readonly plain: string;
  readonly simd: string;
}

let prepared: Promise<void> | undefined;

/**
 * Makes TensorFlow.js compute in WebAssembly, on one thread; a second call waits for the first.
 *
 * @throws Error in one sentence when the binary cannot be had; a later call tries again
 */
export function prepareBackend(files: BackendFiles): Promise<void> {
  prepared ??= prepare(files).catch((error: unknown) => {
    prepared = undefined;
    throw error;
  });
  return prepared;
}

async function prepare({ plain, simd }: BackendFiles): Promise<void> {
  // threads would want SharedArrayBuffer, and with it headers that a static host does not send
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    // never fetched, but asked for
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  const found = await setBackend('wasm').catch(() => false);
  if (!found) throw new Error('TensorFlow.js could not load its WebAssembly, which networks are trained with.');
  await ready();
}
