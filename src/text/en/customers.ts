import type { Catalogue } from '../ko.ts';

export const customers: Catalogue['customers'] = {};
