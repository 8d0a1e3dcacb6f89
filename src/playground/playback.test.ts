import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Playback, type Rest } from './playback.ts';
import { Run } from './run.ts';
import { configOf, TestingClient } from './testing-client.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (go: () => void) => setTimeout(go, 0));
  vi.stubGlobal('cancelAnimationFrame', (id: ReturnType<typeof setTimeout>) => clearTimeout(id));
});
afterEach(() => vi.unstubAllGlobals());

interface Rested {
  readonly why: Rest;
  readonly wanted: number;
  readonly at: readonly number[];
}

/** Columns of a link with a worker each, and who owns their time. */
async function stage(link: string, columns: number) {
  const clients = Array.from({ length: columns }, () => new TestingClient());
  const runs = clients.map((client, column) => new Run(configOf(link, column), () => client));
  const rests: Rested[] = [];
  const speed = { now: Infinity };
  const stop: { at: number | null } = { at: null };
  const playback = new Playback({
    runs: () => runs,
    speed: () => speed.now,
    stop: () => stop.at,
    rested: (why, wanted) => rests.push({ why, wanted, at: runs.map(({ iteration }) => iteration) }),
  });
  const reopen = (column: number, other: string, iteration = 0): Promise<void> =>
    runs[column]!.open(configOf(other, column), iteration).then(() => playback.wake());
  await Promise.all(runs.map((_, column) => reopen(column, link)));
  await rested(rests, 1);
  return { clients, runs, rests, playback, reopen, stop, speed };
}

const rested = (rests: readonly Rested[], times: number): Promise<void> =>
  vi.waitFor(() => expect(rests.length).toBeGreaterThanOrEqual(times), { timeout: 10_000, interval: 1 });

const LINK = 'world=chain&run=kl&run=wasserstein&run=sinkhorn';

describe('playback', () => {
  it('takes all columns to an iteration, there and back, together', async () => {
    const { runs, rests, playback } = await stage(LINK, 3);
    const shown: string[] = [];
    for (const run of runs) run.changed.subscribe(() => shown.push(runs.map(({ iteration }) => iteration).join(' ')));
    playback.goTo(50);
    await rested(rests, 2);
    const digests = await Promise.all(runs.map(digestOf));
    playback.goTo(21);
    await rested(rests, 3);
    expect(rests.at(-1)).toEqual({ why: 'paused', wanted: 21, at: [21, 21, 21] });
    playback.goTo(50);
    await rested(rests, 4);
    expect(await Promise.all(runs.map(digestOf))).toEqual(digests);
    // on the way back nothing is shown but its end
    const back = shown.slice(shown.indexOf('50 50 50') + 1).filter((at) => at.startsWith('21'));
    expect(new Set(back)).toEqual(new Set(['21 50 50', '21 21 50', '21 21 21']));
  });

  it('refuses what an old run answers when the other columns have answered after it was opened anew', async () => {
    const { clients, runs, rests, playback, reopen } = await stage(LINK, 2);
    const [first, second] = clients as [TestingClient, TestingClient];
    second.hold();
    playback.goTo(1);
    // the first has answered, the second has not: the round is under way
    await vi.waitFor(() => expect(second.asked).toContain('advance 1'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    playback.restart(0);
    const opened = reopen(0, 'world=chain&run=ppo&run=wasserstein&gamma=0.5');
    const again = reopen(1, 'world=chain&run=ppo&run=wasserstein&gamma=0.5');
    second.release();
    await Promise.all([opened, again]);
    await rested(rests, 2);
    expect(first.asked.filter((asked) => asked === 'open')).toHaveLength(2);
    expect(runs.map(({ iteration }) => iteration)).toEqual([0, 0]);
    expect(runs.map(({ history }) => history.length)).toEqual([1, 1]);
    playback.goTo(1);
    await rested(rests, 3);
    for (const run of runs) {
      expect(run.history.length).toBe(2);
      expect(run.history.at(1, 'iteration')).toBe(1);
    }
  });

  it('goes back in bounded calls, which the next wish overtakes', async () => {
    const { clients, runs, rests, playback, speed } = await stage(LINK, 1);
    const [client] = clients as [TestingClient];
    speed.now = 1;
    playback.goTo(47);
    await rested(rests, 2);
    client.asked.length = 0;
    // as in a physics task, where a round is one iteration
    playback.restart(47);
    await rested(rests, 3);
    client.hold();
    playback.goTo(46);
    for (const expected of ['nearest 46', 'place 46']) {
      await vi.waitFor(() => expect(client.asked.at(-1)).toBe(expected));
      client.release();
      client.hold();
    }
    await vi.waitFor(() => expect(client.asked.at(-1)).toMatch(/^advance [12]$/));
    expect(runs[0]!.iteration).toBe(47);
    playback.goTo(2);
    client.release();
    await rested(rests, 4);
    expect(runs[0]!.iteration).toBe(2);
    expect(client.asked).toContain('place 2');
    // the walk from 40 to 46 was given up
    const walked = client.asked
      .filter((asked) => asked.startsWith('advance'))
      .map((asked) => Number(asked.split(' ')[1]));
    expect(Math.max(...walked)).toBeLessThanOrEqual(2);
  });

  it('says what is out of reach, and stays', async () => {
    const { clients, runs, rests, playback } = await stage(LINK, 2);
    playback.goTo(30);
    await rested(rests, 2);
    clients[1]!.lost = [29];
    playback.goTo(29);
    await rested(rests, 3);
    expect(rests.at(-1)).toEqual({ why: 'lost', wanted: 29, at: [30, 30] });
    expect(playback.target).toBe(30);
    expect(clients.flatMap(({ asked }) => asked).filter((asked) => asked.startsWith('place'))).toEqual([]);
    playback.goTo(0, true);
    await rested(rests, 4);
    expect(rests.at(-1)!.at).toEqual([0, 0]);
    expect(runs.map(({ history }) => history.length)).toEqual([1, 1]);
  });

  it('goes on after a painter has failed', async () => {
    const { runs, rests, playback } = await stage(LINK, 1);
    const faults: unknown[] = [];
    const note = (error: unknown): void => void faults.push(error);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', note);
    const stopListening = runs[0]!.changed.subscribe(() => {
      throw new Error('a painter failed');
    });
    playback.goTo(1);
    await rested(rests, 2);
    stopListening();
    process.off('uncaughtException', note);
    for (const other of others) process.on('uncaughtException', other);
    expect(String(faults[0])).toContain('a painter failed');
    playback.goTo(3);
    await rested(rests, 3);
    expect(rests.at(-1)!.at).toEqual([3]);
  });

  it('leaves the way ahead when it is paused, and live changes take effect there', async () => {
    const { clients, runs, rests, playback } = await stage(LINK, 1);
    clients[0]!.hold();
    playback.goTo(1000);
    await vi.waitFor(() => expect(clients[0]!.asked).toContain('advance 1'));
    expect(playback.hold()).toBe(1);
    playback.pause();
    clients[0]!.release();
    await rested(rests, 2);
    expect(runs[0]!.iteration).toBe(1);
  });

  it('ends at the stop, goes on beyond it, and ends where nothing moves any more', async () => {
    const { rests, playback, stop } = await stage(LINK, 1);
    stop.at = 5;
    playback.play();
    await rested(rests, 2);
    expect(rests.at(-1)).toMatchObject({ why: 'stop', at: [5] });
    playback.play();
    await rested(rests, 3);
    expect(rests.at(-1)!.why).toBe('settled');
    expect(rests.at(-1)!.at[0]).toBeGreaterThan(5);
  });
});

describe('a run', () => {
  it('takes live changes that were recorded while it was opening', async () => {
    const client = new TestingClient();
    const run = new Run(configOf(LINK), () => client);
    client.hold();
    const opened = run.open(configOf(LINK));
    const changes = [{ iteration: 0, run: 0, key: 'delta', value: 0.5 }] as const;
    await run.setChanges(changes);
    client.release();
    await opened;
    expect(client.asked).toEqual(['open', `changes ${JSON.stringify(changes)}`]);
    expect(run.status).toBe('ready');
  });

  it('fails in a sentence where there are no workers', async () => {
    const run = new Run(configOf(LINK), () => {
      throw new ReferenceError('Worker is not defined');
    });
    await run.open(configOf(LINK));
    expect(run.status).toBe('failed');
    expect(run.failure).toBe('Worker is not defined');
  });
});

async function digestOf(run: Run): Promise<string | null> {
  await run.fetchDigest();
  return run.digest;
}
