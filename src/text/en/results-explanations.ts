import type { Catalogue } from '../ko.ts';

export const resultsExplanations: Catalogue['results']['explain'] = {
  rate: (arm, responders, customers, share) => ({
    title: `${arm}: response ${share}`,
    meaning: 'The share of the customers in this arm who responded.',
    formula: `${responders} ÷ ${customers}`,
    method: 'Wilson score interval',
    source: 'Wilson (1927) · R prop.test',
  }),
  together: {
    none: 'The interval is about this comparison alone.',
    bonferroni: 'It is wide enough for the intervals of all carrots to hold together.',
    holm: 'Holm adjusts p-values only: the interval is about this comparison alone, and may leave out 0 where the adjusted p-value is large.',
    dunnett:
      'It is wide enough for the intervals of all carrots to hold together, knowing that they share one control.',
  },
  difference: (arm, control, formula, difference, together) => ({
    title: `${arm}: ${difference}`,
    meaning: `How many percentage points more customers responded than in ${control}. An interval that leaves out 0 is hard to put down to chance. ${together}`,
    formula,
    method: 'Miettinen–Nurminen score interval',
    source: 'Miettinen & Nurminen (1985)',
  }),
  lift: (arm, control, formula, lift) => ({
    title: `${arm}: relative lift ${lift}`,
    meaning: `By which share the response is above that of ${control}. With few responses in the control the interval gets very wide.`,
    formula,
    method: 'Score interval of a rate ratio',
    source: 'Koopman (1984) · Miettinen & Nurminen (1985)',
  }),
  pValue: (arm, control, statistic, chiSquare) => ({
    title: `${arm}: p-value`,
    meaning: `How often a gap this wide to ${control} would turn up by chance if the carrot did nothing. The smaller, the harder to put down to chance.`,
    formula: `z = ${statistic} (Pearson χ² = ${chiSquare})`,
    method: 'Score test, two-sided',
    source: 'Miettinen & Nurminen (1985)',
  }),
  adjusted: (arm, family, alone, rule) => ({
    title: `${arm}: adjusted p-value`,
    meaning:
      rule === 'none'
        ? `${family} carrots are compared without an adjustment: the risk that one of them looks good by luck is all the larger.`
        : `${family} carrots were compared at once, so the p-value is raised for the risk that one of them looks good by luck.`,
    formula: `p before adjustment = ${alone}`,
    method: {
      none: 'No adjustment',
      bonferroni: 'Bonferroni adjustment',
      holm: 'Holm adjustment',
      dunnett: 'Dunnett adjustment (money with each arm’s own variance)',
    }[rule],
    source: {
      none: '',
      bonferroni: 'Dunn (1961) · R p.adjust',
      holm: 'Holm (1979) · R p.adjust',
      dunnett: 'Dunnett (1955) · Hasler & Hothorn (2008)',
    }[rule],
  }),
  sampleRatio: (sizes, planned, statistic, degrees) => ({
    title: 'Sample-ratio check (SRM)',
    meaning:
      'Whether the arms have the sizes they were planned to have. Below 0.001 customers went missing from one side only, in drawing, sending or counting, and the result must not be read.',
    formula: `${sizes} against ${planned} → χ² = ${statistic}, df ${degrees}`,
    method: 'Pearson goodness of fit',
    source: 'R chisq.test',
  }),
  mean: (arm, column) => ({
    title: `${arm}: money per customer`,
    meaning: `${column} over all customers of the arm, those who bought nothing included as 0.`,
    method: 'Student t interval',
    source: 'R t.test',
  }),
  moneyDifference: (arm, control, degrees, together) => ({
    title: `${arm}: difference in money`,
    meaning: `How much more each customer spent than in ${control}. ${together}`,
    formula: `df ${degrees}`,
    method: 'Welch’s t-test',
    source: 'Welch (1947) · R t.test',
  }),
  moneyLift: (arm, control) => ({
    title: `${arm}: relative lift in money`,
    meaning: `By which share the money per customer is above that of ${control}.`,
    method: 'Fieller interval',
    source: 'Fieller (1954)',
  }),
  stratified: (arm, control, statistic, strata) => ({
    title: `${arm}: stratified p-value`,
    meaning: `Customers are compared with those of ${control} in the same cell only; ${strata} cells are then put together.`,
    formula: `χ² = ${statistic}, df 1`,
    method: 'Cochran–Mantel–Haenszel, no continuity correction',
    source: 'Mantel & Haenszel (1959) · R mantelhaen.test',
  }),
  oddsRatio: (arm) => ({
    title: `${arm}: common odds ratio`,
    meaning:
      'The effect common to all cells, as a multiple of the odds (response to no response). 1 means no effect.',
    method: 'Mantel–Haenszel odds ratio, Robins–Breslow–Greenland variance',
    source: 'Robins, Breslow & Greenland (1986)',
  }),
  stratifiedDifference: (arm, control) => ({
    title: `${arm}: stratified difference`,
    meaning: `The difference to ${control} within the cells, weighted by their size.`,
    method: 'Mantel–Haenszel risk difference, Sato variance',
    source: 'Sato (1989)',
  }),
  homogeneity: (arm, degrees) => ({
    title: `${arm}: homogeneity`,
    meaning:
      'How often the cells would differ this much if the effect (odds ratio) were the same in all of them. A small value means that the effect depends on the cell.',
    formula: `df ${degrees}`,
    method: 'Breslow–Day test with Tarone’s correction',
    source: 'Breslow & Day (1980) · Tarone (1985)',
  }),
  interaction: (attribute, statistic, degrees, adjusted, penalised) => ({
    title: `Carrot × ${attribute}`,
    meaning: `How often the carrots would differ this much along ${attribute} if their ranking did not depend on it. A small value means: different carrots for different customers.`,
    formula: `LR = ${statistic}, df ${degrees}, Holm-adjusted p = ${adjusted}`,
    method: penalised
      ? 'Penalised likelihood-ratio test of a logistic model (Firth): it answers even where nobody responded in some place.'
      : 'Likelihood-ratio test of a logistic model',
    source: penalised ? 'Firth (1993) · Heinze & Schemper (2002)' : 'R anova(glm(…), test = "LRT")',
  }),
  cell: (arm, cell, responders, customers) => ({
    title: `${cell} · ${arm}`,
    meaning: 'The share of the customers of this cell and arm who responded.',
    formula: `${responders} ÷ ${customers}`,
  }),
  probabilityBest: (arm, cell) => ({
    title: `${arm} in ${cell}`,
    meaning:
      'How likely this arm has the highest response of all arms, judged by the customers of this cell alone.',
    method: 'Beta posterior, uniform prior, numerical integration',
    source: 'Stucchio (2015)',
  }),
  pair: (first, second, statistic) => ({
    title: `${first}, ${second}`,
    meaning: `The response of ${first} less that of ${second}. The p-value says how often two equal carrots would come out this far apart.`,
    formula: `χ² = ${statistic}, df 1`,
    method: 'Pearson χ² (pooled), Cochran–Mantel–Haenszel (stratified)',
    source: 'R prop.test(correct = FALSE) · mantelhaen.test(correct = FALSE)',
  }),
};
