import type { Catalogue } from '../ko.ts';

export const sample: Catalogue['sample'] = {};
