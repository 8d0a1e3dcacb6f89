import { chromium, type Page } from '@playwright/test';
import { createServer, preview } from 'vite';
import type * as Link from '../src/config/link.ts';
import type * as Picture from '../src/environments/picture.ts';
import type * as Registry from '../src/environments/registry.ts';
import type * as Measure from '../src/training/measure.ts';
import type * as SessionConfig from '../src/training/session-config.ts';
import type * as MapGeometry from '../src/views/draw/map-geometry.ts';
import type * as Theme from '../src/views/use-theme.ts';
import type * as Painter from '../src/views/draw/map-painter.ts';
import type * as Client from '../src/worker/client.ts';
import { field } from './problem.ts';

const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
if (process.getuid?.() === 0) args.push('--no-sandbox');

/** An event of Chromium's trace, times in microseconds. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The most milliseconds of a processor that one task of a page's main thread had, of those that lasted over 50 ms. */
function busiest(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly Traced[] };
  const thread = ({ pid, tid }: Traced): string => `${pid} ${tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  const long = traceEvents.filter(
    (event) => event.name === 'ThreadControllerImpl::RunTask' && (event.dur ?? 0) > 50_000 && main.has(thread(event)),
  );
  return Math.max(0, ...long.map(({ tdur = NaN }) => tdur)) / 1000;
}

/** Milliseconds that a page takes to count to a hundred million, the best of three: what the machine gives it now. */
const emptyLoop = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const times = Array.from({ length: 3 }, () => {
      const began = performance.now();
      let sum = 0;
      for (let n = 0; n < 1e8; n += 1) sum = (sum + n) % 1e9;
      // a sum that nobody asked for would not be computed
      return sum < 0 ? NaN : performance.now() - began;
    });
    return Math.min(...times);
  });

/** Long tasks, frames and iterations while three columns learn flat out for some seconds. */
async function flatOut(
  page: Page,
  address: string,
  fragment: string,
  seconds: number,
  panel: string | null = null,
): Promise<string> {
  await page.goto('about:blank');
  await page.goto(`${address}#${fragment}`);
  await page.waitForFunction(() => /ready|playing/.test(document.getElementById('root')?.dataset['status'] ?? ''));
  await page.getByLabel('speed').selectOption('Infinity');
  if (panel !== null) await page.locator('.panel-switch').getByText(panel, { exact: true }).click();
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const seen = await page.evaluate(async (milliseconds) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ entryTypes: ['longtask'] });
    const iteration = (): number => Number(document.querySelector<HTMLElement>('[data-column]')?.dataset['iteration']);
    const from = iteration();
    const began = performance.now();
    let frames = 0;
    while (performance.now() - began < milliseconds) {
      await new Promise(requestAnimationFrame);
      frames += 1;
    }
    observer.disconnect();
    const took = (performance.now() - began) / 1000;
    return { tasks, frames: frames / took, iterations: (iteration() - from) / took };
  }, seconds * 1000);
  const own = busiest(await browser.stopTracing());
  const longest =
    seen.tasks.length === 0
      ? 'none'
      : `${seen.tasks.length}, longest ${Math.max(...seen.tasks).toFixed(0)} ms, at most ${own.toFixed(0)} ms of a processor`;
  return `${seen.iterations.toFixed(0)} iterations/s, ${seen.frames.toFixed(0)} frames/s, tasks over 50 ms: ${longest}`;
}

/** Milliseconds from a wish on the timeline until all six columns show that update, of 1,000 on a 10 × 10 map: the median and the worst. */
async function seeking(page: Page, address: string): Promise<string> {
  const columns = ['kl', 'wasserstein', 'sinkhorn', 'forward-kl', 'chi-squared', 'bridge,rule:optimal,delta:0.4'];
  const runs = columns.map((column) => `run=${column.includes(',') ? column : `${column},delta:0.00002`}`).join('&');
  await page.goto('about:blank');
  await page.goto(`${address}#world=gridworld&world.map=${field(10)}&${runs}&stop=1000&play=0`);
  await page.waitForFunction(() => document.getElementById('root')?.dataset['status'] === 'ready', undefined, {
    timeout: 120_000,
  });
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('[aria-label="timeline"]')!;
    // as React wants it: past its own setter
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    const shown = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('[data-column]')].map((column) => column.dataset['iteration'] ?? '');
    const found: number[] = [];
    for (let n = 1; n <= 60; n += 1) {
      const wish = String((n * 617) % 1000);
      const began = performance.now();
      value.set!.call(slider, wish);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (!shown().every((iteration) => iteration === wish)) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise(requestAnimationFrame);
      found.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return found.sort((a, b) => a - b);
  });
  return `median ${times[Math.floor(times.length / 2)]!.toFixed(0)} ms, worst ${times.at(-1)!.toFixed(0)} ms`;
}

/** Milliseconds to draw a map of side × side states of which a share changed, in the page itself. */
async function drawing(page: Page, side: number, share: number): Promise<number> {
  return page.evaluate(
    async ([map, part, root]) => {
      const { MapPainter } = (await import(root + '/src/views/draw/map-painter.ts')) as typeof Painter;
      const { mapGeometry } = (await import(root + '/src/views/draw/map-geometry.ts')) as typeof MapGeometry;
      const { makeWorld } = (await import(root + '/src/environments/registry.ts')) as typeof Registry;
      const { pictureOfFinite } = (await import(root + '/src/environments/picture.ts')) as typeof Picture;
      const picture = pictureOfFinite(makeWorld('gridworld', { map }));
      const painter = new MapPainter(document.createElement('canvas').getContext('2d')!);
      const geometry = mapGeometry(picture.lattice, 440, 440);
      const { LIGHT: colors } = (await import(root + '/src/views/use-theme.ts')) as typeof Theme;
      const { states } = picture;
      const policy = new Float64Array(states * 4).fill(0.25);
      const draw = (): void =>
        painter.draw({
          picture,
          layer: [],
          heat: 'policy',
          geometry,
          policy,
          previous: policy,
          value: null,
          valueDomain,
          gauge: null,
          colors,
        });
      const valueDomain = [0, 1] as const;
      draw();
      const times: number[] = [];
      for (let round = 0; round < 40; round += 1) {
        for (let s = 0; s < states * part; s += 1)
          policy.set(
            [0.1, 0.2, 0.3, 0.4].map((p) => (p + round / 40) % 1),
            4 * s,
          );
        const began = performance.now();
        draw();
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[20]!;
    },
    [field(side), share, ''] as const,
  );
}

/** Milliseconds from asking a worker for one iteration until its frame is drawn, less the session's own work. */
async function frameWay(page: Page, side: number): Promise<number> {
  return page.evaluate(
    async ([map, root]) => {
      const { TrainingClient } = (await import(root + '/src/worker/client.ts')) as typeof Client;
      const { decodeLink } = (await import(root + '/src/config/link.ts')) as typeof Link;
      const { sessionConfig } = (await import(root + '/src/training/session-config.ts')) as typeof SessionConfig;
      const { measureIndex } = (await import(root + '/src/training/measure.ts')) as typeof Measure;
      const { MapPainter } = (await import(root + '/src/views/draw/map-painter.ts')) as typeof Painter;
      const { mapGeometry } = (await import(root + '/src/views/draw/map-geometry.ts')) as typeof MapGeometry;
      const { makeWorld } = (await import(root + '/src/environments/registry.ts')) as typeof Registry;
      const { pictureOfFinite } = (await import(root + '/src/environments/picture.ts')) as typeof Picture;
      const { config } = decodeLink(`world=gridworld&world.map=${map}&run=sinkhorn,rule:fixed,lambda:1`);
      const picture = pictureOfFinite(makeWorld('gridworld', config.world.parameters));
      const painter = new MapPainter(document.createElement('canvas').getContext('2d')!);
      const geometry = mapGeometry(picture.lattice, 440, 440);
      const { LIGHT: colors } = (await import(root + '/src/views/use-theme.ts')) as typeof Theme;
      const client = new TrainingClient();
      await client.open(sessionConfig(config, 0), () => {});
      const valueDomain = [0, 1] as const;
      const times: number[] = [];
      for (let round = 0; round < 30; round += 1) {
        const began = performance.now();
        const frame = await client.advance(1);
        if (frame.kind !== 'table') return NaN;
        const { policy, previous, value, rows } = frame;
        painter.draw({
          picture,
          layer: [],
          heat: 'policy',
          geometry,
          policy,
          previous,
          value,
          valueDomain,
          gauge: null,
          colors,
        });
        times.push(performance.now() - began - rows[measureIndex.milliseconds]!);
      }
      client.close();
      return times.sort((a, b) => a - b)[15]!;
    },
    [field(side), ''] as const,
  );
}

const built = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const source = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
await source.listen();
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // the runner that compiled this file names functions through a helper that the page does not have
  await page.addInitScript('globalThis.__name = (named) => named');
  const address = built.resolvedUrls!.local[0]!;
  await page.goto('about:blank');
  console.log(`An empty loop of 100 million steps takes ${(await emptyLoop(page)).toFixed(0)} ms in this page now.`);
  console.log('Three columns flat out, in headless Chromium without a GPU:');
  const runs = 'run=kl,rule:harmonic&run=wasserstein,rule:harmonic&run=sinkhorn,rule:harmonic';
  for (const [name, fragment] of [
    ['cliff', runs],
    ['taxi', `world=taxi&${runs}`],
    ['four rooms, sampled', `world=four-rooms&estimator=model&${runs}`],
    ['32 × 32', `world=gridworld&world.map=${field(32)}&${runs}`],
    ['64 × 64', `world=gridworld&world.map=${field(64)}&${runs}`],
  ] as const) {
    for (const panel of ['Flow', 'Region'])
      console.log(`  ${name.padEnd(20)} ${panel.padEnd(7)} ${await flatOut(page, address, fragment, 5, panel)}`);
  }
  console.log(
    `\nAny of 1,000 updates of six columns on a 10 × 10 map, from the wish to the picture: ${await seeking(page, address)}`,
  );
  await page.goto(source.resolvedUrls!.local[0]!);
  console.log('\nDrawing a frame (ms, median of 40), all cells changed, and one in ten:');
  for (const side of [8, 16, 32, 64]) {
    const [all, some] = [await drawing(page, side, 1), await drawing(page, side, 0.1)];
    console.log(`  ${String(side * side).padStart(5)} states  ${all.toFixed(2)}   ${some.toFixed(2)}`);
  }
  console.log(
    '\nA frame’s way from worker to pixels (ms, median of 30), without the iteration itself but with its measures:',
  );
  for (const side of [8, 32, 64]) {
    console.log(`  ${String(side * side).padStart(5)} states  ${(await frameWay(page, side)).toFixed(2)}`);
  }
} finally {
  await browser.close();
  await built.close();
  await source.close();
}
