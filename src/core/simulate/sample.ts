import { dayOf } from './calendar-day.ts';
import { campaignTable } from './campaigns.ts';
import { contactTable } from './contacts.ts';
import { customerTable, drawCustomers } from './customers.ts';
import { ideaTable } from './ideas.ts';
import { productTable } from './products.ts';
import { SAMPLE_AS_OF, SAMPLE_SEED } from './sample-plan.ts';
import type { SampleTable } from './sample-table.ts';
import { transactionTable } from './transactions.ts';
import { winBackTable } from './winback.ts';

/** The sample market: one table per file that a retailer's CRM team would have. */
export interface SampleData {
  readonly customers: SampleTable;
  readonly transactions: SampleTable;
  readonly products: SampleTable;
  readonly contacts: SampleTable;
  readonly winback: SampleTable;
  readonly campaigns: SampleTable;
  readonly ideas: SampleTable;
  readonly asOf: typeof SAMPLE_AS_OF;
}

/**
 * Makes the sample market: 24,000 customers of a cosmetics retailer, their 61,643 orders, and an experiment that is
 * over. The counts of the plans (`sample-plan.ts`, `campaign-plan.ts`) hold exactly for every seed; the seed decides who.
 */
export function generateSample(seed: string = SAMPLE_SEED): SampleData {
  const customers = drawCustomers(seed, dayOf(SAMPLE_AS_OF));
  return {
    customers: customerTable(customers),
    transactions: transactionTable(customers, seed),
    products: productTable(),
    contacts: contactTable(customers, seed),
    winback: winBackTable(seed),
    campaigns: campaignTable(),
    ideas: ideaTable(),
    asOf: SAMPLE_AS_OF,
  };
}
