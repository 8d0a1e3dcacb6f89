// node cli/run.mjs solve|train|record|sweep|claims|fuzz …: sets up what is missing, saying so on standard error only, and runs the program.
import '../scripts/node-version.mjs';
import { ensurePackages } from '../scripts/packages.mjs';

const [name, ...args] = process.argv.slice(2);

// whoever reads along may stop early, as `| head` does
process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0));

try {
  ensurePackages();
  const { register } = await import('tsx/esm/api');
  register();
  const programs = {
    solve: () => import('./solve.ts'),
    train: () => import('./train.ts'),
    record: () => import('./record.ts'),
    claims: () => import('./claims.ts'),
    sweep: () => import('./sweep.ts'),
    fuzz: () => import('./fuzz.ts'),
  };
  const { main } = await programs[name]();
  await main(args);
} catch (error) {
  // a refusal brings its own exit code
  console.error(error.message);
  process.exitCode = error.exitCode ?? 1;
}
