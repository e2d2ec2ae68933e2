import type { Catalogue } from '../ko.ts';
import { resultsExplanations } from './results-explanations.ts';
import { resultsVerdict } from './results-verdict.ts';

export const results: Catalogue['results'] = {
  explain: resultsExplanations,
  verdict: resultsVerdict,
  empty: {
    title: 'What changed, and how surely',
    noProjectTitle: 'There is no experiment to read yet',
    noProjectText:
      'The file of a finished experiment is enough: one row per customer, with a column for the arm and one for the response. New here? Open the sample and read its finished win-back experiment first.',
    noExperimentTitle: 'Which experiment do you want to read?',
    noExperimentText:
      'Read the file of an experiment that is over, or design one, draw its list and bring in the responses: the result then appears here.',
    design: 'Design an experiment',
    importFile: 'Import a result file',
    notDrawnTitle: 'This experiment has not been drawn yet',
    notDrawnText:
      'Draw the list in Assignment, send it, then bring in the responses. If the experiment was run elsewhere, its file can be read right away.',
    toAssignment: 'Go to Assignment',
  },
  choose: {
    experiment: 'Experiment',
    outcome: 'Outcome',
    finishedTitle: 'Read the file of a finished experiment',
    finishedSub: 'Choose a table with one row per customer that says which arm they were in.',
    table: 'Table',
    tableNotFound: (name) => `This project has no table called “${name}”.`,
    noTables: 'No table has an arm column yet. Import the result file in Data.',
    armColumn: 'Arm column',
    control: 'Control arm',
    controlHint: (count) => `${count} customers. Every other arm is compared with this one.`,
    outcomeHint: 'Only yes/no (1/0) columns can be chosen.',
    moneyColumn: 'Money column',
    none: 'None',
    customerColumn: 'Customer id column',
    strata: 'Strata',
    strataNone: 'None',
    strataColumns: 'Chosen columns',
    strataCells: 'The cells of the design',
    strataHint:
      'Comparing only within strata removes differences that come from who the customers are.',
    strataColumnList: 'Columns to stratify by',
    read: 'Read the result',
    noOutcome: 'This table has no yes/no column. Check the column kinds in Data.',
    noArm:
      'No column of this table names the arm. If these are the responses to a list you drew, choose that experiment; if the experiment is finished, give its arm column that role in Data.',
    oneArm: 'This column has a single value, so there is nothing to compare.',
    howRead: 'How this result is read',
    howReadSub: 'A change is read at once. It can be undone.',
    newName: (label) => `Reading of ${label}`,
    planLabel: 'How the result is read',
    attach: (name) => `As the result of “${name}”`,
    separate: 'As an experiment of its own',
    where: 'Where to keep it',
  },
  responses: {
    title: 'Bring in the responses',
    sub: (drawn) =>
      `A response file is joined by customer id to the list of ${drawn} that was drawn. A customer who is not in the file did not respond.`,
    noTables: 'Import the response file (a table with a customer id) in Data first.',
    importFile: 'Import the response file',
    everyRow: 'Every row is a response',
    outcomeColumn: 'Response column',
    orFinished: 'If you have a result file with the arms in it already, you can read that instead.',
  },
  checks: {
    title: 'Checks before reading',
    splitAsPlanned: 'Split as planned',
    splitEqual: 'Arms of equal size',
    splitUneven: 'Arm sizes slightly off plan',
    splitBroken: 'The split is broken',
    splitUnknown: 'The split cannot be checked',
    fewEvents: 'Too few to judge alone',
  },
  carrots: {
    title: 'Each carrot against the control',
    sub: (outcome, confidence, rule) =>
      `${outcome} · score interval ${confidence} · ${rule} · click a number for its formula`,
    rules: {
      none: 'not adjusted',
      bonferroni: 'adjusted by Bonferroni (intervals hold together)',
      holm: 'adjusted by Holm',
      dunnett: 'adjusted by Dunnett (intervals hold together)',
    },
    everyRowResponse: 'Response',
    arm: 'Arm',
    customers: 'Customers',
    responders: 'Responded',
    rate: 'Rate',
    difference: 'Difference from control',
    lift: 'Relative lift',
    pValue: 'p-value',
    adjusted: 'p adjusted',
    reference: 'reference',
    intervalLabel: (arm, difference, low, high) =>
      `${arm}: difference ${difference}, interval ${low} to ${high}`,
    tooFew: 'Too few responses to judge this carrot alone.',
    noUpper: 'no upper limit',
  },
  money: {
    title: 'Money per customer',
    sub: (column, confidence, rule) =>
      `${column} · mean over all customers, 0 for those who bought nothing · Welch’s t, ${confidence} interval · ${rule}`,
    mean: 'Per customer',
    difference: 'Difference from control',
  },
  pairs: {
    title: 'Carrots among themselves',
    sub: 'The response of the first carrot less that of the second.',
    pair: 'Carrots',
    difference: 'Difference',
    pooled: 'p pooled',
    stratified: 'p stratified',
    adjusted: 'p adjusted',
    versus: (first, second) => `${first} − ${second}`,
    notDistinguishable: (first, second, pValue) =>
      `${first} and ${second} are not distinguishable overall (p ${pValue}).`,
  },
  contents: 'On this page',
  next: {
    title: 'Next',
    rollout: 'Plan the rollout',
    rolloutText:
      'What this effect would earn, and could lose, if every eligible customer got the carrot.',
    data: 'Look at the data',
    redesign: 'Redesign',
    copy: 'Copy the table',
  },
  problem: {
    title: 'The result cannot be read',
    tooManyArms: (arms, most) =>
      `The arm column has ${arms} different values, and at most ${most} can be read. Is it the column that names the arm?`,
    tooManyStrata: (most) =>
      `There are more than ${most} strata. Choose columns with few values only.`,
    noRows: 'There is not one row to read. Check that the chosen columns have values.',
    nobodyOnList: (rows, example, listed) =>
      `None of the ${rows} rows of responses is on the list that was drawn. The file writes customers like “${example}”, the list like “${listed}”. Did leading zeros get lost, or is it another column or the file of another experiment?`,
    outcomeNotYesOrNo: (column, example) =>
      `The column “${column}” has a value that is neither yes nor no (“${example}”). Choose a 1/0 column.`,
    impossibleAggregate: (row, customers, responders) =>
      `Row ${row} of the aggregated table cannot be the counts of any customers (${customers} customers, ${responders} responders). Both must be whole numbers, responders no more than customers, and the sum of squares must fit the sum.`,
    controlNotFound: (control) =>
      `The control arm “${control}” is not in the data. Choose it again below.`,
    tableGone:
      'The table this result was read from is no longer in the project. Import it again or choose another.',
    engine: 'The data engine did not answer.',
    other: 'The result could not be read this way. Change how it is read below.',
  },
  reason: {
    noTrials: 'no customers',
    noControlTrials: 'no customers in the control',
    tooFewArms: 'there is a single arm',
    noVariation: 'nobody, or everybody, responded',
    noControlEvents: 'no response in control, so no ratio',
    tooFewValues: 'fewer than two customers',
    tooFewControlValues: 'fewer than two customers in the control',
    controlMeanNotPositive: 'control mean is not above 0',
    controlMeanNotDistinguishable: 'control mean could be 0',
    noInformativeStrata: 'no stratum to compare in',
    tooFewStrata: 'fewer than two strata to compare',
    noCommonOddsRatio: 'odds ratio is 0 or infinite',
    tooFewLevels: 'only one level',
    separated: 'a cell without any response',
    notConverged: 'did not converge',
    splitNotStated: 'arms too unequal to have been meant equal, and no plan is known',
    infinite: 'infinite',
    other: 'cannot be computed',
  },
};
