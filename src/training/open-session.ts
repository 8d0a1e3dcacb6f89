import { isPhysicsKind } from '../environments/registry.ts';
import type { Session, SessionConfig } from './session.ts';
import { TableSession } from './table-session.ts';

/** Where the binaries of the engines are; asked for only when a physics task is opened. */
export interface EngineFiles {
  readonly tensorflow: { readonly plain: string; readonly simd: string };
  /** Gets mujoco.wasm; null where it lies beside its script. */
  readonly mujoco: (() => Promise<Uint8Array>) | null;
}

/** Opens a run: a table in a finite world at once; networks in a physics task once their engines are loaded. */
export async function openSession(
  config: SessionConfig,
  now: () => number,
  files: () => Promise<EngineFiles>,
): Promise<Session> {
  if (!isPhysicsKind(config.world.kind)) return new TableSession(config, now);
  const [{ tensorflow, mujoco }, { prepareBackend }, { NetworkSession }, { setMujocoBinary }] = await Promise.all([
    files(),
    import('./nets/backend.ts'),
    import('./learners/network-session.ts'),
    import('../environments/mujoco/engine.ts'),
  ]);
  await prepareBackend(tensorflow);
  if (mujoco !== null) setMujocoBinary(mujoco);
  return NetworkSession.open(config, now);
}
