import type { Catalogue } from '../ko.ts';

export const history: Catalogue['history'] = {};
