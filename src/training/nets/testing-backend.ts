import { createRequire } from 'node:module';
import path from 'node:path';
import { decodeLink } from '../../config/link.ts';
import type { CategoricalFrame, Frame, GaussianFrame } from '../frame.ts';
import { measureIndex, type Measure } from '../measure.ts';
import { openSession, type EngineFiles } from '../open-session.ts';
import { sessionConfig } from '../session-config.ts';
import type { Session } from '../session.ts';
import { prepareBackend } from './backend.ts';

/** The engines' binaries in node_modules. */
function engineFiles(): Promise<EngineFiles> {
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

/** A column of a link, opened with a clock that stands still. */
export function openedSession(fragment: string, column = 0): Promise<Session> {
  const { config, problems } = decodeLink(fragment);
  if (problems.length > 0) throw new Error(problems.join(' '));
  return openSession(sessionConfig(config, column), () => 0, engineFiles);
}

/** A measure of a frame's iteration. */
export const measureAt = (frame: Frame, measure: Measure): number => frame.row.at(measureIndex[measure]) ?? NaN;

/** A frame of a task with a few actions. */
export function categorical(frame: Frame): CategoricalFrame {
  if (frame.kind !== 'discrete') throw new Error(`A frame of kind ${frame.kind}; expected is discrete.`);
  return frame;
}

/** A frame of a task with continuous actions. */
export function gaussian(frame: Frame): GaussianFrame {
  if (frame.kind !== 'continuous') throw new Error(`A frame of kind ${frame.kind}; expected is continuous.`);
  return frame;
}
