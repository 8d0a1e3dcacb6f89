import type { CDPSession, Page } from '@playwright/test';

/** What a page holds, after everything that nothing holds has been let go. */
export interface Holding {
  /** MB */
  readonly heap: number;
  /** MB in array buffers: frames, histories, canvases' sources */
  readonly arrays: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
}

const MEGABYTE = 1_000_000;

/** Reads what a page holds, through Chromium's own protocol. */
export async function holdingOf(page: Page, client: CDPSession): Promise<Holding> {
  await client.send('Performance.enable');
  for (let round = 0; round < 2; round += 1) await client.send('HeapProfiler.collectGarbage');
  // Playwright's types are older than this field
  const usage = (await client.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    heap: usage.usedSize / MEGABYTE,
    arrays: (usage.backingStorageSize ?? NaN) / MEGABYTE,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    workers: page.workers().length,
  };
}
