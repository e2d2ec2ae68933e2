import type { Catalogue } from '../ko.ts';

export const design: Catalogue['design'] = {};
