import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import {
  basketWords,
  bouncedPerCellAndArm,
  CAMPAIGN_ID,
  type CampaignArm,
  campaignArms,
  customersPerCellAndArm,
  deliveryWords,
  type DormantBand,
  plantedPurchases,
  plantedResponders,
} from './campaign-plan.ts';
import type { Customer } from './customers.ts';
import { drawPurchases, type Purchase } from './purchases.ts';
import { type PointsBand, pointsBands, SAMPLE_AS_OF } from './sample-plan.ts';
import { columnsOf, type SampleTable, type SampleValue } from './sample-table.ts';

interface Contact {
  readonly customer: Customer;
  readonly dormancy: DormantBand;
  readonly points: PointsBand;
  readonly arm: CampaignArm;
  readonly bounced: boolean;
  readonly responded: boolean;
}

/**
 * The contacts of the finished experiment: 100 customers for each of 9 cells and 4 arms.
 *
 * Its list was drawn from the customers as they stood on the as-of date, and the messages went out that day. What
 * followed is in this table alone, so customers and transactions still show everyone as dormant as when drawn.
 * Drawn are customers who consented to some channel. Control rows are not contacted: channel, contact date and delivery
 * are empty, and the response tree, which counts contacted rows, leaves them out.
 */
export function contactTable(customers: readonly Customer[], seed: string): SampleTable {
  const generator = createGenerator(`${seed}/contacts`);
  const contacts = drawContacts(customers, generator);
  const purchases = new Map<Contact, Purchase>();
  for (const arm of campaignArms) {
    const responders = contacts.filter((contact) => contact.arm === arm && contact.responded);
    shuffle(responders, generator);
    drawPurchases(plantedPurchases[arm], generator).forEach((purchase, index) => {
      purchases.set(responders[index] as Contact, purchase);
    });
  }
  contacts.sort((one, other) => (one.customer.id < other.customer.id ? -1 : 1));
  return {
    name: 'contacts',
    columns: columnsOf({
      campaign_id: 'text',
      customer_id: 'text',
      dormancy_cell: 'text',
      points_cell: 'text',
      arm: 'text',
      channel: 'text',
      contact_date: 'date',
      delivery: 'text',
      responded: 'boolean',
      purchased: 'boolean',
      basket: 'text',
      amount: 'integer',
    }),
    rows: contacts.map((contact) => rowOf(contact, purchases.get(contact))),
  };
}

function drawContacts(customers: readonly Customer[], generator: RandomGenerator): Contact[] {
  return (Object.keys(plantedResponders) as DormantBand[]).flatMap((dormancy) =>
    pointsBands.flatMap((points) => {
      const eligible = customers.filter(
        ({ buyer, traits }) =>
          buyer?.place === 'capital' &&
          buyer.dormancy === dormancy &&
          buyer.points === points &&
          traits.preferredChannel !== null,
      );
      if (eligible.length < campaignArms.length * customersPerCellAndArm) {
        throw new Error(`Too few customers with a consent in the cell ${dormancy} ${points}`);
      }
      shuffle(eligible, generator);
      return campaignArms.flatMap((arm, armIndex) => {
        const first = armIndex * customersPerCellAndArm;
        const bounced = arm === 'CONTROL' ? 0 : bouncedPerCellAndArm;
        const responders = plantedResponders[dormancy][points][armIndex] ?? NaN;
        return eligible.slice(first, first + customersPerCellAndArm).map((customer, place) => ({
          customer,
          dormancy,
          points,
          arm,
          bounced: place < bounced,
          responded: place >= bounced && place < bounced + responders,
        }));
      });
    }),
  );
}

function rowOf(contact: Contact, purchase: Purchase | undefined): SampleValue[] {
  const { customer, arm } = contact;
  const isContacted = arm !== 'CONTROL';
  return [
    CAMPAIGN_ID,
    customer.id,
    contact.dormancy,
    contact.points,
    arm,
    isContacted ? customer.traits.preferredChannel : null,
    isContacted ? SAMPLE_AS_OF : null,
    isContacted ? deliveryWords[contact.bounced ? 'bounced' : 'delivered'] : null,
    contact.responded ? 1 : 0,
    purchase === undefined ? 0 : 1,
    purchase === undefined ? null : basketWords[purchase.basket],
    purchase?.amount ?? 0,
  ];
}
