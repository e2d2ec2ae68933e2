import type { RolloutUplift } from '../ko/rollout-uplift.ts';

/** The words of the panel "whom a carrot moves". They load with the panel. */
export const rolloutUplift: RolloutUplift = {
  title: 'Whom a carrot moves',
  sub: 'Customers are lined up by how much the carrot is expected to do for them: what is gained by sending to the first of them?',
  wait: 'Lining up the customers…',
  failed: 'The calculation stopped. Please reload the page.',
  sentence: {
    tells: (ranking, carrot) =>
      `Lined up by ${ranking.toLowerCase()}, the customers whom ${carrot} moves are found better than at random.`,
    both: (carrot) =>
      `Lined up by cells or by the model, the customers whom ${carrot} moves are found better than at random.`,
    cannot: (carrot) =>
      `It cannot be told yet whom ${carrot} moves more: lining customers up is not clearly better than sending at random.`,
    wrong: (carrot) =>
      `For ${carrot} the line is the wrong way round. Do not choose customers by it.`,
  },
  fields: {
    carrot: 'Carrot',
    definition: 'Definition of the curve',
    outcome: 'What is gained',
    response: 'Responses',
    money: 'Money spent',
  },
  definition: {
    qini: 'Qini curve (Radcliffe 2007)',
    gain: 'Cumulative gain (Gutierrez & Gérardy 2017)',
  },
  definitionText: {
    qini: 'Responses of the treated among those sent to, less those of the control scaled to as many, over all treated.',
    gain: 'Difference of the response shares among those sent to, times the share sent to.',
  },
  ranking: {
    cells: 'Effect of the cell',
    model: 'Linear model',
  },
  rankingText: {
    cells: 'The difference of response shares in each cell, drawn towards the mean',
    model:
      'The difference of two linear regressions of the response, with the carrot and without, on the levels of the cell and on what was known before',
  },
  chart: {
    title: 'Share of customers sent to, and responses gained per customer',
    titleMoney: 'Share of customers sent to, and money gained per customer',
    axis: 'Share of customers sent to',
    random: 'at random',
    label: (cells, model) => `Area over random: effect of the cell ${cells}, linear model ${model}`,
    share: 'Share sent to',
  },
  table: {
    title: 'How much better than at random',
    ranking: 'Lined up by',
    area: 'Area between the curve and random',
    tells: 'Verdict',
    yes: 'tells',
    no: 'cannot tell yet',
    wrong: 'wrong way round',
  },
  explain: {
    area: 'The area between the curve and the straight line of sending at random. At 0 the line-up tells nothing.',
    method: (bootstraps) =>
      `By trapezes, not divided by that of a perfect line-up. In five folds, nobody is lined up by their own answer; the interval is from ${bootstraps} Poisson bootstraps`,
    source: 'Radcliffe 2007; Gutierrez & Gérardy 2017; Künzel et al. 2019',
    curve: 'What is gained per customer of all by sending to this share, the first in line.',
  },
  problem: {
    armWithoutCustomers: 'The carrot or the control has no customers: there is no curve.',
    noVariation: 'All customers have the same outcome: nobody can be lined up.',
    other: 'The outcomes cannot be read customer by customer: there is no curve.',
  },
};
