// A thread of a sweep: takes TypeScript as run.mjs does, then runs what it is sent.
import { register } from 'tsx/esm/api';

register();
await import('./sweep-thread.ts');
