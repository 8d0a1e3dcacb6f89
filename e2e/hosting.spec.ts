import { readFileSync } from 'node:fs';
import { expect, test } from './test.ts';

test('every page carries the policy that the document of hosting says, and its workers theirs', async ({
  playground,
  page,
  request,
}) => {
  const document = readFileSync('docs/hosting.md', 'utf8');
  const policy = /^default-src .*$/m.exec(document)![0];
  for (const file of ['index.html', 'claims.html', 'sweeps.html']) {
    const html = (await (await request.get(`./${file}`)).text()).replaceAll('&#39;', "'");
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    // nothing before it is read without it
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link)/));
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+="|style="/);
  }
  await playground.open('play=0');
  const [worker] = page.workers();
  const script = await request.get(worker!.url());
  expect(document).toContain(`\nContent-Security-Policy: ${script.headers()['content-security-policy']}\n`);
});

test('nothing is asked of another host, and no cookie is set, whatever is opened', async ({
  playground,
  page,
  context,
  baseURL,
}) => {
  const { origin } = new URL(baseURL!);
  const elsewhere: string[] = [];
  const cookies: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) elsewhere.push(request.url());
  });
  context.on('response', (response) => {
    if ('set-cookie' in response.headers()) cookies.push(response.url());
  });
  await playground.open('play=0&k=2');
  await playground.pausedAt(2);
  await playground.openShared();
  await playground.button('Share').click();
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.world.selectOption('reacher');
  await expect(playground.root).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
  for (const file of ['claims.html', 'sweeps.html']) {
    await page.goto(`./${file}`);
    await expect(page.locator('#root')).not.toHaveAttribute('data-status', 'loading');
    await page.waitForLoadState('networkidle');
  }
  expect(elsewhere).toEqual([]);
  expect(cookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
