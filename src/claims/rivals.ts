/** Trust regions and flows beside the paper's three, which some claims are asked of too. */
export const RIVALS = ['bridge', 'forward-kl', 'chi-squared', 'entropy-kl', 'replicator', 'wasserstein-flow'] as const;
