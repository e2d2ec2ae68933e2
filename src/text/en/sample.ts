import type { Catalogue } from '../ko.ts';

export const sample: Catalogue['sample'] = {
  experimentName: 'Spring win-back test (TM2017-01)',
  dormancy: 'Dormancy',
  dormancyLevels: { short: 'Short', mid: 'Middle', long: 'Long' },
  points: 'Points',
  pointsLevels: { low: 'Low', mid: 'Mid', high: 'High' },
  arms: { control: 'Holdout', coupon: 'Coupon 5,000', gift: 'Gift', point: 'Points 5,000' },
  tables: {
    customers: 'customers.csv',
    transactions: 'transactions.csv',
    contacts: 'contacts_TM2017-01.csv',
    products: 'products.csv',
    campaigns: 'campaigns.csv',
    winback: 'winback_example.csv',
    ideas: 'ideas.csv',
  },
};

export const sampleName = 'Sample · Spring win-back test';
