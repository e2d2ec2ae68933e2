import type { Catalogue } from '../ko.ts';

export const ideas: Catalogue['ideas'] = {};
