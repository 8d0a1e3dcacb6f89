import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { networkFields } from '../src/config/network-fields.ts';
import { iterationField, seedField } from '../src/config/playground-config.ts';
import { scenes } from '../src/config/scenes.ts';
import { trainingFields } from '../src/config/training-fields.ts';
import { behaviourKind, costKinds, placesKind } from '../src/environments/action-cost.ts';
import type { FiniteWorld } from '../src/environments/environment.ts';
import type { PhysicsWorld } from '../src/environments/physics.ts';
import {
  environments,
  makeTask,
  makeWorld,
  physicsTasks,
  worlds,
  type EnvironmentKind,
  type PhysicsKind,
} from '../src/environments/registry.ts';
import type { Field, Fields } from '../src/field.ts';
import { methodOf, methods, type MethodKind } from '../src/methods/registry.ts';
import { readSweep } from '../src/sweeps/read-sweep.ts';
import { keyName } from '../src/sweeps/settings.ts';
import { sweepMeasures } from '../src/sweeps/sweep-measures.ts';
import { baseConfig } from '../src/sweeps/sweep-size.ts';
import { measures } from '../src/training/measure.ts';
import { dualRules, pathRules } from '../src/trust-regions/multiplier-rules.ts';
import { afterOptimum, betaSchedules, lambdaSchedules } from '../src/trust-regions/schedule.ts';

/** Every text that registries hold as data and pages say where they show it, each with where it stands. */
export function dataTexts(): readonly { readonly where: string; readonly text: string }[] {
  const found: { readonly where: string; readonly text: string }[] = [];
  const take = (where: string, ...texts: readonly (string | undefined)[]): void => {
    for (const text of texts) if (text !== undefined && /[A-Za-z]{2}/.test(text)) found.push({ where, text });
  };
  const takeField = (where: string, field: Field): void => {
    take(where, field.label, field.help, field.kind === 'number' ? field.unit : undefined);
    if (field.kind === 'choice') for (const { label, help } of field.options) take(where, label, help);
  };
  const takeFields = (where: string, fields: Fields): void => {
    for (const [key, field] of Object.entries(fields)) takeField(`${where}.${key}`, field);
  };

  for (const [kind, { label, summary, fields }] of Object.entries(worlds)) {
    take(kind, label, summary);
    takeFields(kind, fields);
  }
  for (const kind of Object.keys(environments) as EnvironmentKind[]) takeWorld(kind, makeWorld(kind, {}));
  for (const kind of Object.keys(physicsTasks) as PhysicsKind[]) takeTask(kind, makeTask(kind, {}));
  for (const cost of [...costKinds, behaviourKind, placesKind]) take(cost.value, cost.label, cost.help);

  for (const kind of Object.keys(methods) as MethodKind[]) {
    const { label, summary, scores, ofParticles, fields } = methodOf(kind);
    take(kind, label, summary, scores.title, ofParticles);
    takeFields(kind, fields);
  }
  for (const [key, rule] of Object.entries({ ...pathRules, ...dualRules })) take(key, rule.label, rule.help);
  for (const [key, told] of Object.entries({ ...betaSchedules, ...afterOptimum, ...lambdaSchedules })) {
    take(key, told.label, told.help);
  }

  takeFields('training', { ...trainingFields, ...networkFields, seed: seedField, iteration: iterationField });
  for (const { name, question, text } of scenes) take(name, name, question, text);
  for (const measure of measures) take(measure.key, measure.label, 'axis' in measure ? measure.axis : undefined);
  for (const { key, label, unit } of sweepMeasures) take(key, label, unit);
  for (const folder of ['sweeps', 'claims']) takeSweeps(folder);
  return found;

  function takeSweeps(folder: string): void {
    const shipped = fileURLToPath(new URL(`../public/${folder}`, import.meta.url));
    for (const name of readdirSync(shipped).filter((file) => file.endsWith('.json'))) {
      const read = readSweep(JSON.parse(readFileSync(path.join(shipped, name), 'utf8')));
      if ('problem' in read) continue;
      const { title, about, vary } = read.sweep;
      take(name, title, about);
      const world = baseConfig(read.sweep).world.kind;
      for (const axis of vary) {
        const keys = axis.values.flatMap(({ set }) => Object.keys(set));
        if (keys.every((key) => keyName(key, world) !== axis.name)) take(name, axis.name);
        take(name, ...axis.values.flatMap(({ label }) => label.split(', ')));
      }
    }
  }

  function takeWorld(where: string, { actions, lattice, note }: FiniteWorld): void {
    take(where, note, ...actions.map(({ label }) => label));
    for (const { label, options } of lattice.layers) take(where, label, ...options);
  }

  function takeTask(where: string, { actions, variables, slices }: PhysicsWorld): void {
    const known = actions.kind === 'discrete' ? actions.actions : actions.components;
    for (const one of known) take(where, one.label, 'unit' in one ? one.unit : undefined);
    for (const { label, unit } of variables) take(where, label, unit);
    take(where, ...slices.map(({ label }) => label));
  }
}
