import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { MjModel } from './engine.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const WASM = createRequire(import.meta.url).resolve('@mujoco/mujoco/mujoco.wasm');

/** Modules as in a new worker: nothing is loaded yet. */
async function fresh() {
  return { ...(await import('./engine.ts')), ...(await import('./half-cheetah.ts')) };
}

/** Bytes of WebAssembly's memory. */
const memoryOf = (model: MjModel): number => (model.body_mass as Float64Array).buffer.byteLength;

beforeEach(() => {
  vi.resetModules();
});

describe('the engine', () => {
  it('says in one sentence that it could not be loaded and why, and tries again when asked again', async () => {
    const { loadMujoco, setMujocoBinary, halfCheetah } = await fresh();
    setMujocoBinary(() => Promise.reject(new Error('the server answered 404')));
    const refused = 'MuJoCo could not be loaded: the server answered 404.';
    await expect(loadMujoco()).rejects.toThrow(refused);
    await expect(halfCheetah.load()).rejects.toThrow(refused);
    setMujocoBinary(async () => new Uint8Array([1, 2, 3]));
    await expect(loadMujoco()).rejects.toThrow(/^MuJoCo could not be loaded: [^\n]+\.$/);
    setMujocoBinary(async () => new Uint8Array(await readFile(WASM)));
    await expect(loadMujoco()).resolves.toBeDefined();
  });

  it('is loaded once', async () => {
    const { loadMujoco } = await fresh();
    const first = loadMujoco();
    expect(await loadMujoco()).toBe(await first);
  });
});

describe('a world', () => {
  const push = [1, -1, 0.5, -0.5, 1, -1];

  it('says that it was disposed of, and may be disposed of twice', async () => {
    const { halfCheetah } = await fresh();
    const world = await halfCheetah.load();
    const state = new Float64Array(18);
    world.dispose();
    world.dispose();
    expect(() => world.step(state, push, new Float64Array(18))).toThrow(
      'This world was disposed of; load it again to step it.',
    );
    expect(world.terminated(state)).toBe(false);
  });

  it('steps on after WebAssembly’s memory has grown under it', async () => {
    const { halfCheetah, loadMujoco } = await fresh();
    const world = await halfCheetah.load();
    const before = new Float64Array(18);
    const reward = world.step(new Float64Array(18), push, before);
    const mujoco = await loadMujoco();
    const probe = mujoco.MjModel.from_xml_string('<mujoco/>');
    const small = memoryOf(probe);
    const large = mujoco.MjModel.from_xml_string('<mujoco><size memory="64M"/></mujoco>');
    expect(memoryOf(probe)).toBeGreaterThan(small);
    const after = new Float64Array(18);
    expect(world.step(new Float64Array(18), push, after)).toBe(reward);
    expect(after).toEqual(before);
    probe.delete();
    large.delete();
    world.dispose();
  });

  it('gives its memory back', async () => {
    const { halfCheetah, loadMujoco } = await fresh();
    const mujoco = await loadMujoco();
    const probe = mujoco.MjModel.from_xml_string('<mujoco/>');
    (await halfCheetah.load()).dispose();
    const before = memoryOf(probe);
    for (let i = 0; i < 100; i += 1) (await halfCheetah.load()).dispose();
    expect(memoryOf(probe)).toBe(before);
  });
});
