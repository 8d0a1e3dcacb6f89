import { readFileSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { preview } from 'vite';
import { holdingOf, type Holding } from '../e2e/memory.ts';
import { growth, middle, risers, type Series } from './growth.ts';
import { HOME, soakActs } from './soak-acts.ts';

/** What a round ends with. */
interface Round extends Holding {
  readonly minutes: number;
  /** MB of memory of the processes that show pages, their workers included; NaN where the system does not say. */
  readonly resident: number;
  /** Tensors in the workers when networks were trained last; NaN before. */
  readonly tensors: number;
  /** Milliseconds between two frames while it trained: the median, and what one in twenty is above. */
  readonly frame: number;
  readonly slowFrame: number;
  /** Tasks over 50 ms on the main thread in this round, and the longest of them in milliseconds. */
  readonly tasks: number;
  readonly longest: number;
}

/** What is collected in the page while it runs. */
interface Watch {
  readonly tasks: number[];
  readonly frames: number[];
}

const minutes = Number(process.argv[2]);

/** Updates flat out in each round, at the end of which is measured: what histories hold is then the same in each, however fast the machine is just now. */
const UPDATES = 1500;

/** Rounds at the beginning in which caches of the engine fill: every act has been done once then. */
const WARM = soakActs.length;

let tensors = NaN;

/** Keeps the times of long tasks and of frames; nothing but numbers, and few of them. */
function watch(): void {
  const seen: Watch = { tasks: [], frames: [] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    entryTypes: ['longtask'],
  });
  let last = 0;
  const next = (now: number): void => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

const take = (page: Page): Promise<Watch> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: Watch };
    return { tasks: seen.tasks.splice(0), frames: seen.frames.splice(0) };
  });

/** MB that all processes of the browser which show pages have in memory. */
async function residentOf(browser: Browser): Promise<number> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  try {
    const kilobytes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
    return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
  } catch {
    // only Linux has such files
    return NaN;
  }
}

/** Opens the same run as in every round, flat out, and tells what is held at its end. */
async function measured(browser: Browser, page: Page, client: CDPSession, began: number): Promise<Round> {
  const change = await take(page);
  await page.evaluate(() => (location.hash = 'play=0&world=chain'));
  await page.waitForTimeout(300);
  await page.evaluate((hash) => (location.hash = hash), `${HOME}&stop=${UPDATES}`);
  await page.waitForFunction(() => document.querySelectorAll('[data-column]').length === 6);
  await page.getByLabel('speed').selectOption('Infinity');
  await take(page).then(({ tasks }) => change.tasks.push(...tasks));
  await page.waitForFunction(
    (updates) =>
      [...document.querySelectorAll<HTMLElement>('[data-column]')].every(
        ({ dataset }) => dataset['iteration'] === String(updates),
      ),
    UPDATES,
    { timeout: 300_000, polling: 200 },
  );
  const { tasks, frames } = await take(page);
  const sorted = frames.toSorted((a, b) => a - b);
  const holding = await holdingOf(page, client);
  return {
    ...holding,
    minutes: (performance.now() - began) / 60_000,
    resident: await residentOf(browser),
    tensors,
    frame: middle(frames),
    slowFrame: sorted[Math.floor(0.95 * sorted.length)] ?? NaN,
    tasks: tasks.length,
    longest: Math.max(0, ...tasks),
  };
}

function print(name: string, round: Round): void {
  const cells = [
    `${round.minutes.toFixed(1).padStart(6)} min`,
    `heap ${round.heap.toFixed(1).padStart(6)} MB`,
    `arrays ${round.arrays.toFixed(1).padStart(6)} MB`,
    `memory ${round.resident.toFixed(0).padStart(5)} MB`,
    `tensors ${String(round.tensors).padStart(4)}`,
    `nodes ${String(round.nodes).padStart(6)}`,
    `listeners ${String(round.listeners).padStart(5)}`,
    `workers ${round.workers}`,
    `frames ${round.frame.toFixed(0)} ms, one in 20 over ${round.slowFrame.toFixed(0)}`,
    `long tasks ${String(round.tasks).padStart(4)}, longest ${round.longest.toFixed(0)} ms`,
  ];
  console.log(`${name.padEnd(8)} ${cells.join('   ')}`);
}

/** What must not rise, with how much of each may come and go. */
const FLOORS = [
  ['heap', 'the heap (MB)', 3],
  ['arrays', 'what array buffers hold (MB)', 3],
  // an engine under no pressure gives little of it back
  ['resident', 'the memory of the pages (MB)', 200],
  ['nodes', 'the number of nodes', 300],
  ['listeners', 'the number of listeners', 100],
  ['frame', 'the time between frames (ms)', 10],
] as const;

/** Sentences on what is not flat over the rounds after the first ones. */
function judge(rounds: readonly Round[], faults: readonly string[]): string[] {
  const times = rounds.map((round) => round.minutes);
  const series: Series[] = FLOORS.map(([key, name, floor]) => {
    return { name, values: rounds.map((round) => round[key]), floor };
  });
  for (const { name, values } of series) {
    const rises = growth(times, values);
    console.log(
      `  ${name.padEnd(34)} ${middle(values).toFixed(1).padStart(8)}   ${rises >= 0 ? '+' : ''}${rises.toFixed(2)}`,
    );
  }
  const counts = (key: 'workers' | 'tensors'): number[] => [...new Set(rounds.map((round) => round[key]))];
  return [
    ...risers(times, series),
    ...(['workers', 'tensors'] as const)
      .filter((key) => counts(key).length > 1)
      .map((key) => `The number of ${key} is ${counts(key).join(', then ')}; wanted is one and the same.`),
    ...faults.map((fault) => `The page threw: ${fault}.`),
  ];
}

const server = await preview({ preview: { port: 0, open: false }, logLevel: 'error' });
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  // the runner that compiled this file names functions through a helper that the page does not have
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const client = await page.context().newCDPSession(page);
  await page.goto(address);
  const began = performance.now();
  const rounds: Round[] = [];
  do {
    const act = soakActs[rounds.length % soakActs.length]!;
    tensors = (await act(page)) ?? tensors;
    rounds.push(await measured(browser, page, client, began));
    print(`round ${rounds.length}`, rounds.at(-1)!);
  } while (rounds.at(-1)!.minutes < minutes || rounds.length < WARM + 3);
  console.log(
    `\nOver the ${rounds.length - WARM} rounds after the first ${WARM}: the middle, and by how much it rises`,
  );
  const grown = judge(rounds.slice(WARM), faults);
  console.log(grown.length === 0 ? 'Flat.' : `Not flat. ${grown.join(' ')}`);
  process.exitCode = grown.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}
