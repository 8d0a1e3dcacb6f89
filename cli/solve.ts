import { answer } from './answer.ts';
import { readData, readStandardInput } from './files.ts';
import { readInstance } from './instance.ts';
import { print, toJson } from './json.ts';
import { Refusal, shown } from './refusal.ts';

const HELP = `npm run --silent solve -- FILE

Solves trust-region problems and prints the answers as JSON, in the order of the input: an object for an object, an array
for an array. FILE is relative to where you are; - reads standard input.

An instance:
  id       text or number, given back with the answer (null without one)
  S, A     numbers of states and actions
  pi       [S][A] the old policy; every row sums to 1
  adv      [S][A] advantages
  rho      [S] weights of the states, in the scale of delta
  delta    the radius, from 0, or "inf"
  M        [A][A] costs, M[i][j] for mass going from j to i; zero diagonal (Wasserstein, Sinkhorn, bridge)
  lambda   entropic weight, above 0 (Sinkhorn)
  dial     s from 0, KL, to 1, Wasserstein (bridge)
  tau      price of entropy, from 0 (entropy-kl)
  power    p, a whole number from 1 to 4: a move costs M^p (Wasserstein, Sinkhorn, bridge; 1 without it)
  method   "kl", "wasserstein" (W, WPO), "sinkhorn" (S, SPO), "bridge", "forward-kl", "chi-squared" or "entropy-kl"; without
           it: Sinkhorn where lambda is given, Wasserstein where only M is, KL where neither
  beta     a fixed multiplier, from 0, or "inf": the update is taken there, instead of at the optimum for delta (which
           may then be left out; dual is null without it). Ties take the cheapest move.

An answer: {"id", "out": {"beta", "pi", "plan" (where M is used), "value", "dual", "cost"}}; plan[s][i][j] is the
mass from j to i. Wasserstein adds "theta", the share of tied mass that takes the dearer move; Sinkhorn and the bridge add
"feasible", false where no policy is inside the radius. Infinity is "inf". What is printed has been checked: value and dual agree to 1e-6 of
the scale of the advantages, and the cost is at most delta (1 + 1e-9). What doubles cannot hold is refused.

Wrong input: one sentence on standard error, exit code 2.`;

const EXPECTED = 'one instance or an array of them, as JSON';

/** Reads the instances of a file, solves them, prints the answers. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
    throw new Refusal(`There are ${args.length} arguments; expected is one, the name of a file (--help tells more).`);
  }
  if (file.startsWith('-') && file !== '-') {
    throw new Refusal(`The option ${shown(file)} is not known; expected is the name of a file, - or --help.`);
  }
  const given = file === '-' ? await readStandardInput(EXPECTED) : readData(file, EXPECTED);
  if (!Array.isArray(given)) return print(toJson(answer(readInstance(given, 'The instance'))));
  // all are checked before the first is solved
  const instances = given.map((one: unknown, n) => readInstance(one, `Instance ${n + 1} of ${given.length}`));
  const answers = instances.map((one) => toJson(answer(one)));
  await print(answers.length === 0 ? '[]' : `[\n${answers.join(',\n')}\n]`);
}
