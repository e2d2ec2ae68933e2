import type { Catalogue } from '../ko.ts';

export const assignment: Catalogue['assignment'] = {};
