import type { Catalogue } from '../ko.ts';

export const iceTool: Catalogue['tools']['ice'] = {
  name: 'ICE priorities',
  sentence:
    'Scores ideas by impact, confidence and ease, and shows where product and mean disagree.',
  exampleNames: ['Expiring points reminder', 'Thank-you coupon', 'Tier upgrade gift'],
  headline: {
    agree: (name: string) => `By both rules, “${name}” comes first.`,
    differ: (byProduct: string, byMean: string) =>
      `“${byProduct}” comes first by the product, “${byMean}” by the mean.`,
    none: 'No idea has scores that can be read.',
  },
  changes: (count: string) => `Ideas whose rank depends on the rule: ${count}.`,
  noChanges: 'The ranks are the same by either rule.',
  ideasSub: 'Scores are whole numbers from 1 to 10.',
  column: {
    name: 'Idea',
    impact: 'Impact',
    confidence: 'Confidence',
    ease: 'Ease',
    product: 'Product',
    rankByProduct: 'Rank by product',
    mean: 'Mean',
    rankByMean: 'Rank by mean',
    change: 'By the mean instead',
  },
  nameOf: (place: string) => `Name of idea ${place}`,
  scoreOf: (factor: string, name: string) => `${factor}, ${name}`,
  unnamed: (place: string) => `Idea ${place}`,
  newIdea: 'New idea',
  add: 'Add an idea',
  remove: (name: string) => `Remove ${name}`,
  rank: (rank: string) => `no. ${rank}`,
  up: (places: string) => `▲ ${places}`,
  down: (places: string) => `▼ ${places}`,
  same: 'same',
  unreadable: 'check the scores',
  items: {
    missing: '“items” has no value, so example ideas are shown.',
    malformed: (written: string) =>
      `“${written}” in items: write name:impact:confidence:ease. Example ideas are shown.`,
    tooMany: (count: string, limit: string) =>
      `There are ${count} ideas. Only the first ${limit} are shown.`,
  },
  method: {
    two: 'Some books multiply the three scores, others average them. A single 1 sinks a product far more than a mean.',
    fix: 'What matters is that a team keeps to one rule.',
    guess: 'Scores are opinions. Confirm the best ideas by a small experiment.',
  },
  explain: {
    product: 'Impact times confidence times ease: 1 to 1,000.',
    mean: 'The mean of impact, confidence and ease: 1 to 10.',
    source: 'Ellis & Brown, Hacking Growth (2017)',
  },
};
