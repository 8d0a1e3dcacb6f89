import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { columns } from './columns.ts';
import { environmentSteps } from './environment-steps.ts';
import { networks } from './networks.ts';

const sections: Readonly<Record<string, () => Promise<void> | void>> = {
  steps: environmentSteps,
  networks,
  columns,
  flatness,
};

/** Sections that are named, or all. */
const named = process.argv.slice(2);
const stranger = named.find((name) => !Object.hasOwn(sections, name));
if (stranger === undefined) {
  for (const [name, section] of Object.entries(sections))
    if (named.length === 0 || named.includes(name)) await section();
} else {
  const wanted = Object.keys(sections).join(', ');
  console.error(`The physics benchmark has no section ${JSON.stringify(stranger)}; wanted some of ${wanted}.`);
  process.exitCode = 2;
}

/** In a process of its own, which may ask for collections. */
function flatness(): void {
  const file = fileURLToPath(new URL('./flatness.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--expose-gc', ...process.execArgv, file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
