import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { translation } from '../copy/es/translation.ts';
import { speak } from '../copy/say.ts';
import { methods } from '../methods/registry.ts';
import { decodeLink, encodeLink } from './link.ts';
import { pack } from './link-packing.ts';
import { defaultConfig, type Change, type PlaygroundConfig } from './playground-config.ts';
import { scenes } from './scenes.ts';
import { anyConfig } from './testing-configs.ts';

describe('links', () => {
  it('bring back every config', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const { config: back, problems } = decodeLink(encodeLink(config));
        expect(problems).toEqual([]);
        expect(back).toEqual(config);
      }),
      { numRuns: 300 },
    );
  });

  it('bring back an own cost matrix', () => {
    const base = decodeLink('world=chain').config;
    const config: PlaygroundConfig = {
      ...base,
      training: { ...base.training, cost: 'custom', costMatrix: '0,0.25;3,0' },
    };
    expect(decodeLink(encodeLink(config))).toEqual({ config, problems: [] });
  });

  it('leave defaults out and stay readable', () => {
    expect(encodeLink(defaultConfig())).toBe('v=2&end');
    const { config } = decodeLink('world=frozen-lake&world.size=4x4&run=wasserstein,delta:0.02&stop=40');
    expect(encodeLink(config)).toBe('v=2&world=frozen-lake&world.size=4x4&run=wasserstein,delta:0.02&stop=40&end');
  });

  it('are packed only when long, and then come back too', () => {
    const changes = Array.from({ length: 120 }, (_, n): Change => ({
      iteration: n,
      run: 0,
      key: 'delta',
      value: (n + 1) / 1000,
    }));
    const config = { ...defaultConfig(), changes };
    const link = encodeLink(config);
    expect(link).toMatch(/^z2=[\w-]+&end$/);
    expect(link.length).toBeLessThan(1500);
    expect(decodeLink(link)).toEqual({ config, problems: [] });
  });

  it.each([
    ['gamma=2', 'gamma = 2 is outside 0 to 0.999; 0.999 is used.'],
    ['gamma=abc', 'gamma = "abc" is not a number; 0.95 is used.'],
    ['seed=1.5', 'seed = 1.5 is not a whole number; 2 is used.'],
    ['seed=-3', 'seed = -3 is outside 0 to 4294967295; 0 is used.'],
    [
      'world=mars',
      'world = "mars" is not one of one-state, cliff-walking, frozen-lake, taxi, chain, four-rooms, gridworld, cart-pole, acrobot, pendulum, mountain-car, reacher, hopper, walker2d, half-cheetah, ant; cliff-walking is used.',
    ],
    ['run=sinkhorn,lambda:1e9', 'sinkhorn.lambda = 1e9 is outside 0.1 to 1000; 1000 is used.'],
    ['run=magic', `"magic" is not one of ${Object.keys(methods).join(', ')}; its column is left out.`],
    ['run=kl,colour:red', '"colour" is no setting of KL; it is ignored.'],
    ['run=kl,clip:.3', '"clip" is no setting of KL; it is ignored.'],
    ['run=wasserstein,lambda:3', '"lambda" is no setting of WPO; it is ignored.'],
    ['at=5,0,clip:.3&run=kl', 'names none of rule, delta, beta, ratio, tau, switchAt; it is left out.'],
    ['world=chain&hold=50', 'hold has no meaning in Chain; it is ignored.'],
    ['world=pendulum&episodes=5', 'episodes has no meaning in Pendulum; it is ignored.'],
    ['speed=9', '"speed" is not known here; it is ignored.'],
    ['v=7', 'This link says version "7"; this page reads versions 1 and 2, and took what it knows.'],
    ['cost=custom', 'The 0/1 cost is used.'],
    ['cost=custom&costMatrix=0,1;1,0', 'The 0/1 cost is used.'],
    ['run=kl&run=kl&run=kl&run=kl&run=kl&run=kl&run=kl', 'This link has 7 columns; the first 6 are shown.'],
    ['at=5,9,beta:1', 'The live change "5,9,beta:1" names no column of this link; it is left out.'],
    ['at=5,0,method:kl', 'names none of rule, delta'],
    ['at=x,0,beta:1', 'has no iteration from 0 to 1000000'],
    ['at=5,all,cost:custom', 'gives no matrix; it is left out.'],
    ['at=5,all,gamma:0.5', 'names none of cost, costMatrix'],
    ['seed=1&seed=2', '"seed" is given twice; the first is used.'],
    ['z1=AAAA', 'The packed part of this link is damaged; the page opens with its defaults.'],
    ['z1=%%%', 'The packed part of this link is damaged; the page opens with its defaults.'],
    [
      `seed=${'1'.repeat(50_000)}`,
      'This link has 50005 characters, at most 40000 are read; the page opens with its defaults.',
    ],
  ])('say what was wrong with %s', (fragment, sentence) => {
    const { config, problems } = decodeLink(fragment);
    expect(problems.join('\n')).toContain(sentence);
    expect(problems).toHaveLength(1);
    expect(decodeLink(encodeLink(config))).toEqual({ config, problems: [] });
  });

  it('that were cut say so, and what cannot be read is as if it were not there', () => {
    const whole = encodeLink(decodeLink('world=chain&run=kl,delta:0.5&stop=40').config);
    expect(decodeLink(whole).problems).toEqual([]);
    for (let length = 'v=2&'.length; length < whole.length; length += 1) {
      const { problems } = decodeLink(whole.slice(0, length));
      expect(problems[0]).toBe(
        'The end of this link is missing: it was cut off on the way; what is left of it is opened.',
      );
    }
    for (const [damaged, clean] of [
      ['stop=40x', ''],
      ['gamma=.9.9', ''],
      ['play=2', ''],
      ['run=kl)', 'run=kl'],
      ['run=kl,delta:0x1', 'run=kl'],
    ] as const) {
      expect(decodeLink(damaged).config).toEqual(decodeLink(clean).config);
    }
  });

  it('end in nothing that a chat cuts off, plain or packed', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        expect(encodeLink(config)).toMatch(/[\da-z]$/);
      }),
      { numRuns: 200 },
    );
  });

  it('are read without what sticks to them, plain or packed', () => {
    const plain = decodeLink('world=gridworld&world.map=S..G/....&stop=40').config;
    const long = {
      ...plain,
      changes: Array.from({ length: 90 }, (_, n): Change => ({ iteration: n, run: 0, key: 'delta', value: n / 1000 })),
    };
    for (const config of [plain, long]) {
      const link = encodeLink(config);
      const broken = `${link.slice(0, 20)}\n  ${link.slice(20)}`.replaceAll('  ', '');
      for (const given of [
        `${link}.`,
        `${link})`,
        `${link}>,`,
        `"${link}"`.slice(1),
        ` #${link} `,
        `${link}%20`,
        broken,
      ]) {
        expect(decodeLink(given)).toEqual({ config, problems: [] });
      }
      expect(decodeLink(link.replaceAll('&', '&amp;'))).toEqual({ config, problems: [] });
    }
  });

  it('of version 1 keep a map that ends in free cells, and tell of one that ends in nothing', () => {
    const { config, problems } = decodeLink('v=1&world=gridworld&world.map=S..G/....');
    expect(problems).toEqual([]);
    expect(config.world.parameters['map']).toBe('S..G/....');
    expect(decodeLink('v=1&world=gridworld&world.map=S..G/....)').config).toEqual(config);
    expect(decodeLink('world=gridworld&world.map=S..G/').problems).toEqual([
      'The map ends in an empty row (was it cut off?); its last row needs as many cells as its first. The default is used.',
    ]);
  });

  it('quote what cannot be seen in letters that can', () => {
    const { problems } = decodeLink('world=%E2%80%AEmars%1B%5B2J');
    expect(problems[0]).toContain(String.raw`"\u{202e}mars\u001b[2J"`);
  });

  it.each([
    [
      'a packed link of 87 letters',
      'z1=7cBBEQAABACwTAJoQwIf8eVwt013ZQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwBN7',
    ],
    ['digits and a letter', `seed=${'1'.repeat(39_900)}x`],
    ['a live matrix of digits', `at=1,all,costMatrix:${'1'.repeat(39_000)}x,0`],
    ['a matrix of digits', `cost=custom&costMatrix=${'1'.repeat(39_000)}x,0`],
    ['escaped space', `${'%20'.repeat(13_000)}x`],
    ['stickers', `seed=${'.'.repeat(39_000)}x`],
  ])('are read at once: %s', (_, fragment) => {
    const began = performance.now();
    decodeLink(fragment);
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('survive anything', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'run=',
            'at=',
            'kl',
            ',',
            ':',
            'beta',
            '__proto__',
            'constructor',
            '=',
            '&',
            '1e309',
            '-0',
            'NaN',
            '%',
            '%00',
            'z1=',
            '<script>',
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { config } = decodeLink(fragment);
        expect(decodeLink(encodeLink(config))).toEqual({ config, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('do not unpack a bomb', () => {
    const bomb = pack('a'.repeat(30_000_000), 1, 'end');
    expect(bomb.length).toBeLessThan(60_000);
    expect(decodeLink(bomb).problems).toEqual([
      'The packed part of this link is damaged; the page opens with its defaults.',
    ]);
  });

  it.each(scenes.map((scene) => [scene.name, scene] as const))('of the scene “%s” are read whole', (_, scene) => {
    expect(decodeLink(scene.link).problems).toEqual([]);
  });
});

describe('what is wrong with a link', () => {
  afterEach(() => speak('en'));

  it('is said in the language of the page; what a link has stays as links have it', () => {
    speak('es', translation);
    const { config, problems } = decodeLink(
      'world=one-state&gamma=7&world.policy=1&at=3,0,beta:x&world.rewards=1 {2}&run=kl',
    );
    expect(problems).toEqual([
      'Las recompensas tienen "{2}" en la posición 2; hace falta un número de -100 a 100. Se usa el valor de partida.',
      'world.policy tiene 1 número, y hay 3 recompensas: hacen falta tantos como recompensas; se usa el valor de partida.',
      'gamma = 7 está fuera de 0 a 0.999; se usa 0.999.',
      'El cambio en marcha "3,0,beta:x" está mal: beta = "x" no es un número; se omite.',
    ]);
    expect(encodeLink(config)).toBe('v=2&world=one-state&gamma=0.999&run=kl&end');
  });

  it.each(['a&', '%&', '+=%&', 'run=kl&', 'at=1,0,beta:2&'])('is short where a link has endless parts: %s', (part) => {
    const { config, problems } = decodeLink(`world=one-state&${part.repeat(39_000 / part.length)}v=2&end`);
    expect(config.world.kind).toBe('one-state');
    expect(problems).toContain('This link has more than 2000 parts; the first 2000 are read.');
    expect(problems.length).toBeLessThanOrEqual(13);
  });
});
