import { expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../config/link.ts';
import { settingsAt, type PlaygroundConfig } from '../config/playground-config.ts';
import { settingsOf } from '../methods/registry.ts';
import { movementOf, stepMode, withAutomaticPrice, withPrice, withStepMode } from './step-mode.ts';

const configOf = (link: string): PlaygroundConfig => {
  const { config, problems } = decodeLink(link);
  expect(problems).toEqual([]);
  return config;
};
const rules = (config: PlaygroundConfig, at: number): unknown[] =>
  config.runs.map((run, index) => settingsOf(settingsAt(config, run, index, at).run)['rule']);

it('says what all columns have in common', () => {
  expect(stepMode(configOf(''), 0)).toBe('radius');
  expect(stepMode(configOf('run=kl,rule:matched&run=wasserstein,rule:matched&run=ppo'), 0)).toBe('equal');
  expect(stepMode(configOf('run=kl,rule:matched&run=wasserstein,rule:matched,tau:0.2'), 0)).toBe('mixed');
  expect(stepMode(configOf('run=kl,rule:fixed&run=wasserstein,rule:fixed'), 0)).toBe('price');
  expect(stepMode(configOf('run=kl,rule:fixed&run=wasserstein'), 0)).toBe('mixed');
  expect(stepMode(configOf('run=kl,rule:harmonic'), 0)).toBe('mixed');
});

it('puts all columns into a mode, with one movement, and leaves policy gradients alone', () => {
  const config = configOf('run=kl&run=wasserstein&run=trpo&run=replicator');
  const equal = withStepMode(config, 'equal', 0, 0.02);
  expect(rules(equal, 0)).toEqual(['matched', 'matched', undefined, 'matched']);
  expect(stepMode(equal, 0)).toBe('equal');
  expect(movementOf(equal, 0)).toBe(0.02);
  // a flow has no radius
  expect(rules(withStepMode(equal, 'radius', 0), 0)).toEqual(['optimal', 'optimal', undefined, 'matched']);
});

it('while it runs, a mode is a live change of every column', () => {
  const config = withStepMode(configOf('run=kl&run=wasserstein'), 'price', 5);
  expect(rules(config, 4)).toEqual(['optimal', 'optimal']);
  expect(rules(config, 5)).toEqual(['fixed', 'fixed']);
  expect(decodeLink(encodeLink(config)).problems).toEqual([]);
});

it('a price taken by hand stays until it is let go', () => {
  const config = configOf('run=kl,rule:matched&run=wasserstein,rule:matched');
  const held = withPrice(config, 1, 0.3, 4);
  expect(rules(held, 4)).toEqual(['matched', 'fixed']);
  expect(rules(withAutomaticPrice(held, 1, 6), 6)).toEqual(['matched', 'matched']);
  // where it was by hand from the start, it is as the others are
  const fixed = configOf('run=kl,rule:fixed&run=wasserstein');
  expect(rules(withAutomaticPrice(fixed, 0, 3), 3)).toEqual(['optimal', 'optimal']);
  expect(rules(withAutomaticPrice(configOf('run=kl,rule:fixed'), 0, 3), 3)).toEqual(['matched']);
});
