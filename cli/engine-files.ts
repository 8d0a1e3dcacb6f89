import { createRequire } from 'node:module';
import path from 'node:path';
import type { EngineFiles } from '../src/training/open-session.ts';

/** The engines' binaries in node_modules. */
export function engineFiles(): Promise<EngineFiles> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  const file = (name: string): string => path.join(path.dirname(entry), name);
  return Promise.resolve({
    tensorflow: { plain: file('tfjs-backend-wasm.wasm'), simd: file('tfjs-backend-wasm-simd.wasm') },
    mujoco: null,
  });
}
