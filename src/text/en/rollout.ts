import type { Catalogue } from '../ko.ts';

export const rollout: Catalogue['rollout'] = {};
