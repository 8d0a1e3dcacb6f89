import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 4180);
const address = `http://127.0.0.1:${port}/sub/path/`;
const executablePath = process.env['CHROMIUM_PATH'];
const isRoot = process.getuid?.() === 0;

/** The built page, served from a folder of its host, in real Chromium. */
export default defineConfig({
  testDir: 'e2e',
  // the machine it must pass on has two cores, and tests wait for each other's workers more than they compute
  workers: 3,
  retries: 0,
  // and is shared: what is slow is not what is wrong
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 30_000,
    // a fifth of all the time, and only wanted by who looks for a fault
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    // what a visit keeps is for tests of that alone: all others see what the server says
    serviceWorkers: 'block',
    video: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    process.env['E2E_BROWSER'] === 'webkit'
      ? { name: 'webkit', use: { ...devices['Desktop Safari'], launchOptions: {} } }
      : { name: 'chromium', use: { ...devices['Desktop Chrome'] } },
  ],
  webServer: {
    command: `node scripts/serve-subpath.mjs ${port}`,
    url: address,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
