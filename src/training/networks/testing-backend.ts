import { createRequire } from 'node:module';
import path from 'node:path';
import type { EngineFiles } from '../open-session.ts';
import { prepareBackend } from './backend.ts';

/** The engines' binaries in node_modules. */
export function engineFiles(): Promise<EngineFiles> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  const file = (name: string): string => path.join(folder, name);
  return Promise.resolve({
    tensorflow: { plain: file('tfjs-backend-wasm.wasm'), simd: file('tfjs-backend-wasm-simd.wasm') },
    mujoco: null,
  });
}

export async function prepareTestBackend(): Promise<void> {
  await prepareBackend((await engineFiles()).tensorflow);
}
