import type { Catalogue } from '../ko.ts';

export const winBackTool: Catalogue['tools']['winBack'] = {
  name: 'Win-back profit',
  sentence:
    'What contacting, winning back and keeping customers costs and earns, and where it breaks even.',
};
