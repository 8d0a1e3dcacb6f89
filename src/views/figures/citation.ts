import { say } from '../../copy/say.ts';
import { ownCode } from '../../playground/made.ts';

/** What is to be cited: the facts are those of CITATION.cff, which a test compares. */
export const paper = {
  authors: ['Jun Song', 'Niao He', 'Lijun Ding', 'Chaoyue Zhao'],
  title: 'Provably Convergent Policy Optimization via Metric-aware Trust Region Methods',
  journal: 'Transactions on Machine Learning Research',
  year: 2023,
  preprint: 'arXiv:2306.14133',
} as const;

export const tool = { title: 'Trust Region Playground', authors: 'Trust Region Playground contributors' } as const;

/** How to cite the paper, in a sentence. */
export const paperCitation = `${paper.authors.join(', ')}: “${paper.title}”, ${paper.journal}, ${paper.year}, ${paper.preprint}.`;

/** How to cite the tool, in a sentence. */
export const toolCitation = `${tool.authors}: ${tool.title}, version ${ownCode.version}.`;

/** What everything that is saved says at its end. */
export const madeWith = (): string =>
  say('Made with {tool} {version}.', { tool: tool.title, version: ownCode.version });

/** Where it comes from and what to cite, in one text; the link is last, so that nothing is taken for its end. */
export function sourceOf(link: string): string {
  return [
    madeWith(),
    say('Cite the methods: {citation}', { citation: paperCitation }),
    say('Cite the tool: {citation}', { citation: toolCitation }),
    say('Shown again by {link}', { link }),
  ].join(' ');
}
