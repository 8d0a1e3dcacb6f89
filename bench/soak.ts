import { chromium, type CDPSession, type Page } from '@playwright/test';
import { preview } from 'vite';
import { holdingOf, type Holding } from '../e2e/memory.ts';

/** What a round ends with. */
interface Round extends Holding {
  readonly minutes: number;
  /** Tasks over 50 ms on the main thread in this round, and the longest of them in milliseconds. */
  readonly tasks: number;
  readonly longest: number;
}

const minutes = Number(process.argv[2]);

const HOME = 'estimator=gae&episodes=3&run=kl,rule:fixed,beta:50&run=wasserstein&run=sinkhorn&run=kl&run=ppo&run=a2c';

/** Seconds of training flat out in each round, at the end of which is measured. */
const SECONDS = 12;

/** What a reader does between: each leaves the page as it found it, but for where it stands. */
const ACTS: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    const beta = page.locator('[data-column="0"]').getByRole('slider', { name: /β/ });
    for (let n = 0; n < 20; n += 1) await beta.press(n % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
  },
  async (page) => {
    for (const key of ['v', 'c', 'p']) await page.keyboard.press(key);
    await page.locator('.map').first().hover();
    for (let n = 0; n < 40; n += 1) await page.mouse.move(60 + 7 * n, 300 + (n % 5) * 9);
  },
  async (page) => {
    for (const link of ['world=taxi&run=kl&run=wasserstein', 'world=chain', 'world=four-rooms&cost=angle']) {
      await page.evaluate((hash) => (location.hash = hash), link);
      await page.waitForTimeout(1500);
    }
  },
  async (page) => {
    await page.keyboard.press(' ');
    for (let n = 0; n < 15; n += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
  },
  async (page) => {
    await page.getByRole('button', { name: 'Share' }).click();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(500);
    await page.setViewportSize({ width: 1440, height: 900 });
  },
];

/** Opens the same run as in every round, flat out, and tells what is held once it has gone on for some seconds. */
async function measured(page: Page, client: CDPSession, began: number): Promise<Round> {
  await page.evaluate(() => (location.hash = 'play=0&world=chain'));
  await page.waitForTimeout(300);
  await page.evaluate((hash) => (location.hash = hash), HOME);
  await page.waitForFunction(() => document.querySelectorAll('[data-column]').length === 6);
  await page.getByLabel('speed').selectOption('Infinity');
  await page.waitForTimeout(SECONDS * 1000);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
  const holding = await holdingOf(page, client);
  const longest = Math.max(0, ...tasks);
  return { ...holding, minutes: (performance.now() - began) / 60_000, tasks: tasks.length, longest };
}

function print(name: string, round: Round): void {
  const cells = [
    `${round.minutes.toFixed(1).padStart(6)} min`,
    `heap ${round.heap.toFixed(1).padStart(6)} MB`,
    `arrays ${round.arrays.toFixed(1).padStart(6)} MB`,
    `nodes ${String(round.nodes).padStart(6)}`,
    `listeners ${String(round.listeners).padStart(5)}`,
    `workers ${round.workers}`,
    `long tasks ${String(round.tasks).padStart(4)}, longest ${round.longest.toFixed(0)} ms`,
  ];
  console.log(`${name.padEnd(8)} ${cells.join('   ')}`);
}

const server = await preview({ preview: { port: 0, open: false } });
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
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const client = await page.context().newCDPSession(page);
  await page.goto(address);
  const began = performance.now();
  // the first round warms caches of the engine
  await measured(page, client, began);
  const first = await measured(page, client, began);
  print('start', first);
  let last = first;
  for (let round = 0; last.minutes < minutes; round += 1) {
    await ACTS[round % ACTS.length]!(page);
    last = await measured(page, client, began);
    print(`round ${round + 1}`, last);
  }
  const grown = [
    [last.heap - first.heap > 15, 'the heap'],
    [last.arrays - first.arrays > 15, 'array buffers'],
    [last.nodes > 1.3 * first.nodes + 300, 'nodes'],
    [last.listeners > 1.3 * first.listeners + 50, 'listeners'],
    [last.workers !== first.workers, 'workers'],
    [faults.length > 0, `faults (${faults[0]})`],
  ].flatMap(([is, what]) => (is === true ? [what] : []));
  console.log(grown.length === 0 ? 'Nothing has grown.' : `Grown: ${grown.join(', ')}.`);
  process.exitCode = grown.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}
