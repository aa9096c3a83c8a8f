/**
 * publishes is the switch of publication: whether a world publishes its releases and signals, or only collects. A real world publishes
 * once the gate of attacks runs on every candidate.
 */
export const publishes = (world: 'demo' | 'real'): boolean => world === 'demo';
