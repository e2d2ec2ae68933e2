import type { Catalogue } from '../ko.ts';

export const importing: Catalogue['importing'] = {};
