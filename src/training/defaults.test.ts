import { expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { methodOf, methods, type MethodKind } from '../methods/registry.ts';
import { worlds, taskOf, type WorldKind } from '../environments/registry.ts';
import { measureIndex } from './measure.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

const finite = (Object.keys(worlds) as WorldKind[]).filter((kind) => taskOf(kind) === 'table');
const movers = (Object.keys(methods) as MethodKind[]).filter((kind) => methodOf(kind).mover.kind !== 'gradient');

it.each(finite.flatMap((world) => movers.map((method) => [method, world] as const)))(
  '%s learns %s with what it opens with',
  (method, world) => {
    const { config, problems } = decodeLink(`world=${world}&run=${method}`);
    expect(problems).toEqual([]);
    const session = new TableSession(sessionConfig(config, 0), () => 0);
    const first = session.frame().rows[measureIndex.gap]!;
    session.advance(60);
    expect(session.frame().rows[measureIndex.gap]!).toBeLessThan(0.01 * first);
  },
);
