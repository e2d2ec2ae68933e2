import type { WinBackInputs } from '#core/rollout/plan.ts';
import { queryString, readNumbers, type ParameterProblems } from './parameter.ts';

/** The name in the address of every input, in the order in which the address has them. */
export const winBackParameters = {
  contacted: 'contacted',
  contactCost: 'costPerContact',
  responded: 'responded',
  followUpCost: 'costPerFollowUp',
  retained: 'retained',
  orderValue: 'orderValue',
  margin: 'marginShare',
  orders: 'ordersPerResponder',
  months: 'months',
} as const satisfies Record<string, keyof WinBackInputs>;

export type WinBackName = keyof typeof winBackParameters;

const customers = { least: 0, most: 1e9, whole: true, required: true };
const money = { least: 0, most: 1e12, required: true };
const rules = {
  contacted: { ...customers, least: 1, fallback: 100 },
  contactCost: { ...money, fallback: 3500 },
  responded: { ...customers, fallback: 30 },
  followUpCost: { ...money, fallback: 500 },
  retained: { ...customers, fallback: 20 },
  orderValue: { ...money, fallback: 30_000 },
  margin: { least: 0, most: 1, required: true, fallback: 0.3 },
  orders: { least: 0, most: 1000, fallback: 1 },
  months: { least: 0, most: 1200, fallback: 6 },
};
const names = Object.keys(winBackParameters) as WinBackName[];

/** Reads `?contacted=100&contactCost=3500&responded=30&followUpCost=500&retained=20&…`. */
export function parseWinBack(search: string): {
  readonly inputs: WinBackInputs;
  readonly problems: ParameterProblems<WinBackName>;
  readonly example: boolean;
} {
  const query = new URLSearchParams(search);
  const example = !names.some((name) => query.has(name));
  const { values, problems } = readNumbers<WinBackName>(query, rules);
  const inputs = Object.fromEntries(
    names.map((name) => [winBackParameters[name], values[name]]),
  ) as Record<keyof WinBackInputs, number>;
  return { inputs, problems: example ? {} : problems, example };
}

export function writeWinBack(inputs: WinBackInputs): string {
  return queryString(
    Object.fromEntries(names.map((name) => [name, inputs[winBackParameters[name]]])),
  );
}
