import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './test.ts';

/** Two iterations of small networks: enough for every step of the world to show in the digest. */
const SMALL = 'width=16&iterationSteps=128&environments=4&warmup=100&minibatch=32&particles=4&states=32&run=kl&stop=2';

/** What Node says of a link: the digest of its one column. */
async function nodeDigests(link: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/run.mjs', 'train', link]);
  const lines = stdout.trim().split('\n');
  return [(JSON.parse(lines.at(-1)!) as { digest: string }).digest];
}

/** Both ways in which particles are valued, and every body. */
const LEARNED = [
  ['hopper', 'branch'],
  ['walker2d', 'branch'],
  ['half-cheetah', 'branch'],
  ['reacher', 'branch'],
  ['ant', 'branch'],
  ['hopper', 'replay'],
  ['half-cheetah', 'replay'],
] as const;

for (const [world, learner] of LEARNED) {
  test(`${world} (${learner}) gives the same bits in Node, Chromium and Firefox`, async ({
    playground,
    page,
    firefox,
  }) => {
    const link = `world=${world}&learner=${learner}&${SMALL}`;
    await playground.open(link);
    await playground.pausedAt(2);
    const digests = await playground.digests();
    expect(await nodeDigests(link)).toEqual(digests);
    const url = new URL(page.url());
    expect(await firefox.digests(`${url.origin}${url.pathname}#${link}`)).toEqual(digests);
  });
}

test('a tab that is frozen for a while goes on where it was', async ({ playground, page }) => {
  await playground.open('world=cart-pole&width=16&iterationSteps=256&environments=8');
  await playground.reaches(1);
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await client.send('Page.setWebLifecycleState', { state: 'active' });
  const [at] = await playground.iterations();
  await playground.reaches(at! + 2);
  for (const column of await playground.columns.all()) await expect(column.getByRole('alert')).toHaveCount(0);
});
