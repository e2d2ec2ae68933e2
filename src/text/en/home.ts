import type { Catalogue } from '../ko.ts';

export const home: Catalogue['home'] = {};
