import type { FollowUp } from '#core/rollout/win-back/win-back-inputs.ts';
import { checkNumber, shortened, type ParameterProblem } from './parameter.ts';

/** More steps than anybody takes; each of them is reckoned month by month. */
export const mostFollowUps = 8;
const longestName = 40;

const numbers = {
  costPerCustomer: { least: 0, most: 1e12 },
  remaining: { least: 0, most: 1e9, whole: true },
  months: { least: 0, most: 1200 },
  ordersPerMonth: { least: 0, most: 1000 },
  shareWithout: { least: 0, most: 1 },
  holdoutShare: { least: 0, most: 1 },
} as const;
const fields = Object.keys(numbers) as (keyof typeof numbers)[];

/**
 * Reads `Name:cost:remaining`, and where they are given `:months:orders:without:holdout`; an empty place is left open.
 * Commas, colons and per cent signs in a name are written `%2C`, `%3A`, `%25`. A list with a fault is taken for none.
 */
export function readFollowUps(text: string | null): {
  readonly value: readonly FollowUp[];
  readonly problem?: ParameterProblem;
} {
  if (text === null || text.trim() === '') return { value: [] };
  const pieces = text.split(',');
  if (pieces.length > mostFollowUps)
    return {
      value: [],
      problem: { code: 'too-many', written: String(pieces.length), limit: mostFollowUps },
    };
  const steps: FollowUp[] = [];
  for (const piece of pieces) {
    const [name = '', ...written] = piece.split(':');
    if (written.length < 2 || written.length > fields.length)
      return { value: [], problem: { code: 'malformed', written: shortened(piece) } };
    const values = new Map<keyof typeof numbers, number>();
    for (const [place, field] of fields.entries()) {
      const value = written[place]?.trim() ?? '';
      if (value === '' && place > 1) continue;
      const checked = checkNumber(value, numbers[field]);
      if (checked.problem)
        return { value: [], problem: { ...checked.problem, written: shortened(piece) } };
      values.set(field, checked.value);
    }
    steps.push({
      name: nameOf(name),
      costPerCustomer: values.get('costPerCustomer') ?? 0,
      remaining: values.get('remaining') ?? 0,
      months: values.get('months') ?? null,
      ordersPerMonth: values.get('ordersPerMonth') ?? null,
      shareWithout: values.get('shareWithout') ?? null,
      holdoutShare: values.get('holdoutShare') ?? null,
    });
  }
  return { value: steps };
}

export function writeFollowUps(followUps: readonly FollowUp[]): string {
  return followUps
    .map((step) => {
      const written = fields.map((field) => step[field] ?? '');
      const used = written.findLastIndex((value) => value !== '') + 1;
      return [escapeName(step.name), ...written.slice(0, Math.max(2, used))].join(':');
    })
    .join(',');
}

function nameOf(written: string): string {
  const name = written.replaceAll(/%(25|3A|2C)/gi, (_, code: string) =>
    code === '25' ? '%' : code.toUpperCase() === '3A' ? ':' : ',',
  );
  return [...name].slice(0, longestName).join('').trim();
}

function escapeName(name: string): string {
  return name.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
