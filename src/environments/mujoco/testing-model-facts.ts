import type { MjModel } from './engine.ts';

/**
 * A fact of a compiled model in the form in which the fixtures have it: without the ground's body and its geoms, moments of
 * inertia in ascending order, and without our flag against autoreset.
 */
export function factOf(model: MjModel, name: string): ArrayLike<number> {
  const values = (key: string): number[] => Array.from((model as unknown as Record<string, Float64Array>)[key]!);
  const sized = (key: string, geoms: readonly number[]): number[] => {
    const width = values(key).length / model.ngeom;
    return geoms.flatMap((geom) => values(key).slice(geom * width, (geom + 1) * width));
  };
  switch (name) {
    case 'option': {
      const { timestep, integrator, gravity, solver, cone, iterations, tolerance, enableflags, disableflags } =
        model.opt;
      const NO_AUTORESET = 1 << 16;
      const flags = disableflags & ~NO_AUTORESET;
      const fall = (gravity as Float64Array)[2]!;
      return [timestep, integrator, fall, solver, cone, iterations, tolerance, enableflags, flags];
    }
    case 'floor':
      return ['friction', 'condim', 'contype', 'conaffinity', 'margin', 'solref', 'solimp'].flatMap((key) =>
        sized(`geom_${key}`, [0]),
      );
    case 'actuator_gear':
      return values(name).filter((_, i) => i % 6 === 0);
    case 'actuator_trnid':
      return values(name).filter((_, i) => i % 2 === 0);
    case 'body_mass':
      return values(name).slice(1);
    case 'body_invweight0':
      return values(name).slice(2);
    case 'body_inertia':
      return Array.from({ length: model.nbody - 1 }, (_, body) =>
        values(name)
          .slice(3 * body + 3, 3 * body + 6)
          .sort((a, b) => a - b),
      ).flat();
    default:
      if (!name.startsWith('geom_')) return values(name);
      return sized(
        name,
        values('geom_bodyid').flatMap((body, geom) => (body > 0 ? [geom] : [])),
      );
  }
}
