import { engineFiles } from '../cli/engine-files.ts';
import { decodeLink } from '../src/config/link.ts';
import { openSession } from '../src/training/open-session.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { expect, test } from './test.ts';

/** Two iterations of small networks: enough for every step of the world to show in the digest. */
const SMALL = 'width=16&iterationSteps=128&environments=4&warmup=100&minibatch=32&particles=4&states=32&run=kl&stop=2';

/** What Node says of a link that pauses after two iterations: the digest of its one column. */
async function nodeDigests(link: string): Promise<string[]> {
  const { config } = decodeLink(link);
  const session = await openSession(sessionConfig(config, 0), () => performance.now(), engineFiles);
  session.advance(2);
  const digest = session.digest();
  session.close();
  return [digest];
}

/** Both ways in which particles are valued, and every body. */
const LEARNED = {
  branch: ['hopper', 'walker2d', 'half-cheetah', 'reacher', 'ant'],
  replay: ['hopper', 'half-cheetah'],
};

// one page for all bodies: to load one takes longer than to learn
for (const [learner, worlds] of Object.entries(LEARNED)) {
  test(`every body (${learner}) gives the same bits in Node, Chromium and Firefox`, async ({
    playground,
    page,
    firefox,
  }) => {
    test.slow();
    for (const world of worlds) {
      const link = `world=${world}&learner=${learner}&${SMALL}`;
      const digests = await nodeDigests(link);
      await playground.open(link);
      await expect.poll(() => playground.digests(), `${world} in Chromium`).toEqual(digests);
      const url = new URL(page.url());
      expect(await firefox.digests(`${url.origin}${url.pathname}#${link}`), `${world} in Firefox`).toEqual(digests);
    }
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
