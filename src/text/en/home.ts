import type { Catalogue } from '../ko.ts';

export const home: Catalogue['home'] = {
  title: 'Test-marketing workbench',
  headline: 'Before you spend the budget, test it small.',
  lede: 'Drop a customer file and go from quota table to sample, assignment, significance and rollout profit. The file never leaves this tab.',
  tools: 'Calculators',
  quota: {
    caption: 'Quota table · dormancy × points · customers',
    dormancy: 'Dormancy',
    rows: ['Long', 'Mid', 'Short'],
    columns: ['High', 'Mid', 'Low'],
  },
  lesson: {
    start: '20% came back.',
    middle: (holdout: string) =>
      `But if ${holdout} of the customers who were sent nothing came back too, the ROI of this campaign is `,
    end: '.',
    explainTitle: 'Customers who would have come back anyway',
    explainMeaning:
      'Only what exceeds the holdout is owed to the campaign, not the whole response. The figure is for 5,000 customers at 2,000 won each and 9,000 won of profit per order.',
    explainMethod: 'Incremental ROI = (incremental orders × profit per order − cost) ÷ cost',
  },
  drop: {
    label: 'Drop a customer file here, or choose one',
    hint: 'CSV, TSV or cells copied from Excel. CP949 is read as it is.',
  },
  continue: (name: string) => `Continue: ${name}`,
  recent: {
    title: 'Projects in this browser',
    sub: 'Stored only in the browser of this computer',
    open: 'Open',
    remove: 'Delete',
  },
  audiences: [
    {
      title: 'Marketers',
      text: 'A customer list and a budget are enough. Make the list to send, then read what came back in one sentence.',
    },
    {
      title: 'Analysts',
      text: 'Plan with known power and read with stratified tests. The same seed draws the same list to the last customer, and every number shows its formula and source.',
    },
    {
      title: 'Workshops',
      text: 'Nothing to install or sign up for. Live through the whole method once in 30 minutes on 24,000 sample customers.',
    },
  ],
};
