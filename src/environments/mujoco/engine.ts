import { unsaid } from '../../copy/say.ts';
import type { MainModule } from '@mujoco/mujoco';

export type { MainModule, MjData, MjModel } from '@mujoco/mujoco';

/** Gets the bytes of `mujoco.wasm`. */
type Source = () => Promise<Uint8Array>;

let source: Source | undefined;
let loading: Promise<MainModule> | undefined;

/**
 * Says how to get `mujoco.wasm`. Without it the package looks beside its own script, which is right in Node. To be called
 * before the first world is loaded; after a failure it is asked again.
 */
export function setMujocoBinary(get: Source): void {
  source = get;
}

/**
 * MuJoCo, loaded once for each worker or process, and only when a world needs it: it is 10 MB (2.6 MB compressed). After a
 * failure the next call tries again.
 */
export function loadMujoco(): Promise<MainModule> {
  loading ??= start().catch((reason: unknown) => {
    loading = undefined;
    throw new Error(unsaid('MuJoCo could not be loaded: {why}', { why: sentenceOf(reason) }), { cause: reason });
  });
  return loading;
}

async function start(): Promise<MainModule> {
  const { default: factory } = await import('@mujoco/mujoco');
  const binary = await source?.();
  const complaints: string[] = [];
  try {
    return await factory({
      ...(binary !== undefined && { wasmBinary: binary.buffer }),
      // the core prints nothing: what is said of a failure becomes part of the error
      print: () => undefined,
      printErr: (text: string) => {
        if (complaints.length === 0) complaints.push(text);
      },
    });
  } catch (reason) {
    // the first complaint is nearest to the cause: what is thrown last is that no bytes were no WebAssembly
    throw new Error(complaints[0] ?? messageOf(reason), { cause: reason });
  }
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

/** The first line, ended like a sentence. */
function sentenceOf(reason: unknown): string {
  const line = messageOf(reason).split('\n', 1)[0]!.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
