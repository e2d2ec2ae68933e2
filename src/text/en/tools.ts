import type { Catalogue } from '../ko.ts';

export const tools: Catalogue['tools'] = {};
