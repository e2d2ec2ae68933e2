import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { isoDateOf } from './calendar-day.ts';
import { flip, pickBetween, pickWeighted } from './choices.ts';
import { drawOrderCounts, drawOrderDays } from './order-days.ts';
import { type Buyer, drawPeople, type Person, type Place } from './people.ts';
import { columnsOf, type SampleTable, type SampleValue } from './sample-table.ts';

/** A customer of the sample market, with the days (since 1970-01-01) of all orders, the last one first. */
export interface Customer {
  readonly id: string;
  /** Null for those who never bought. */
  readonly buyer: Buyer | null;
  readonly orderDays: readonly number[];
  readonly signupDay: number;
  readonly traits: Traits;
}

interface Traits {
  readonly gender: string;
  readonly birthYear: number;
  readonly region: string;
  readonly consentSms: 0 | 1;
  readonly consentEmail: 0 | 1;
  readonly consentDm: 0 | 1;
  /** One of the channels consented to; null where there is none. */
  readonly preferredChannel: string | null;
}

const regionWeights: Readonly<Record<Place, Readonly<Record<string, number>>>> = {
  capital: { 서울: 56, 경기: 44 },
  elsewhere: { 부산: 26, 인천: 20, 대구: 17, 대전: 12, 광주: 11, 울산: 7, 강원: 7 },
};

/** Signup lies 30 to 900 days before the last order and not after the first. */
const signupDays = { fewest: 30, most: 900 };

export function drawCustomers(seed: string, asOfDay: number): Customer[] {
  const people = drawPeople(seed);
  const buyers = people.filter((person): person is Buyer => person.dormancy !== null);
  const orderCounts = drawOrderCounts(buyers, seed);
  const generator = createGenerator(`${seed}/customers`);
  let buyerIndex = 0;
  return people.map((person: Person, index) => {
    const id = `C${String(index + 1).padStart(5, '0')}`;
    const traits = drawTraits(person.place, generator);
    if (person.dormancy === null) {
      const signupDay = asOfDay - drawLag(0, generator);
      return { id, buyer: null, orderDays: [], signupDay, traits };
    }
    const lastDay = asOfDay - person.daysSinceLastOrder;
    const daysBefore = drawOrderDays(person, orderCounts[buyerIndex++] ?? NaN, generator);
    const signupDay = lastDay - drawLag(Math.max(signupDays.fewest, ...daysBefore), generator);
    return {
      id,
      buyer: person,
      orderDays: daysBefore.map((days) => lastDay - days),
      signupDay,
      traits,
    };
  });
}

/** Days from `fewest` to 900, more often few. */
function drawLag(fewest: number, generator: RandomGenerator): number {
  const share = generator.nextShare();
  return fewest + Math.floor(share * share * (signupDays.most - fewest + 1));
}

function drawTraits(place: Place, generator: RandomGenerator): Traits {
  const gender = flip(0.78, generator) ? '여' : '남';
  const age = pickBetween(19, 44, generator) + pickBetween(0, 23, generator);
  const region = pickWeighted(regionWeights[place], generator);
  const consentSms = flip(0.7, generator);
  const consentEmail = flip(0.65, generator);
  const consentDm = flip(0.6, generator);
  const weights = { SMS: consentSms * 4, 'E-mail': consentEmail * 3, DM: consentDm * 3 };
  const anyConsent = consentSms + consentEmail + consentDm > 0;
  const preferredChannel = anyConsent ? pickWeighted(weights, generator) : null;
  return {
    gender,
    birthYear: 2017 - age,
    region,
    consentSms,
    consentEmail,
    consentDm,
    preferredChannel,
  };
}

export function customerTable(customers: readonly Customer[]): SampleTable {
  return {
    name: 'customers',
    columns: columnsOf({
      customer_id: 'text',
      gender: 'text',
      birth_year: 'integer',
      region: 'text',
      signup_date: 'date',
      points_balance: 'integer',
      consent_sms: 'boolean',
      consent_email: 'boolean',
      consent_dm: 'boolean',
      preferred_channel: 'text',
      last_purchase_date: 'date',
    }),
    rows: customers.map(rowOf),
  };
}

function rowOf({ id, buyer, orderDays, signupDay, traits }: Customer): SampleValue[] {
  const lastDay = orderDays[0];
  return [
    id,
    traits.gender,
    traits.birthYear,
    traits.region,
    isoDateOf(signupDay),
    buyer?.pointsBalance ?? 0,
    traits.consentSms,
    traits.consentEmail,
    traits.consentDm,
    traits.preferredChannel,
    lastDay === undefined ? null : isoDateOf(lastDay),
  ];
}
