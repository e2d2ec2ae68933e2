import type { Catalogue } from '../ko.ts';

export const results: Catalogue['results'] = {};
