import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../scripts/free-port.mjs';
import { withToyMethod } from '../scripts/toy-method.mjs';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

test('a method of one file and one line of the registry is a column of the page', async ({ browser }) => {
  const { copy, remove } = withToyMethod('toy-page');
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(copy, 'scripts', 'serve-subpath.mjs'), String(port)], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    // it builds the copy first, and says so; then where it serves
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      server.stdout.on('data', (part) => {
        text += String(part);
        if (text.includes('http://')) resolve(text);
      });
      server.once('exit', (code) => reject(new Error(`The copy's server ended with ${code}.`)));
    });
    expect(said).toContain(String(port));
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}/sub/path/` });
    const playground = new PlaygroundPage(await context.newPage());
    await playground.open('run=kl,delta:0.01&run=toy&play=0&stop=8');
    await playground.pausedAt(8);
    const [kl, toy] = await playground.digests();
    expect(toy).toBe(kl);
    await expect(playground.column(1)).toContainText('Toy region');
    await expect(playground.column(1).getByText('strictness').first()).toBeAttached();
    await context.close();
  } finally {
    server.kill();
    remove();
  }
});
