import { createGenerator } from '../../random/generator.ts';
import { shuffle } from '../../random/shuffle.ts';
import { columnsOf, type SampleTable } from '../sample-table.ts';
import { customersOf, practiceId } from './planted-customers.ts';
import { practiceStart } from './practice-plan.ts';

/**
 * Counts per dormancy band. They are those of three departments of the admissions of Berkeley in 1973 (A, D and F: women
 * as DM, men as SMS), so that every textbook can be held beside them.
 * Source: Bickel, Hammel & O'Connell, Science 187 (1975); R `UCBAdmissions`.
 */
export const plantedSimpson = [
  { dormancy: 'short', arm: 'DM', customers: 108, responders: 89 },
  { dormancy: 'short', arm: 'SMS', customers: 825, responders: 512 },
  { dormancy: 'mid', arm: 'DM', customers: 375, responders: 131 },
  { dormancy: 'mid', arm: 'SMS', customers: 417, responders: 138 },
  { dormancy: 'long', arm: 'DM', customers: 341, responders: 24 },
  { dormancy: 'long', arm: 'SMS', customers: 373, responders: 22 },
] as const;

/** DM went mostly to those who hardly respond: worse than SMS all together (29.6 % against 41.6 %), better in every band. */
export function simpsonTable(seed: string): SampleTable {
  const generator = createGenerator(`${seed}/simpson`);
  const people = plantedSimpson.flatMap((group) =>
    customersOf(group).map((customer) => ({ ...customer, dormancy: group.dormancy })),
  );
  return {
    name: 'simpson',
    columns: columnsOf({
      customer_id: 'text',
      dormancy: 'text',
      arm: 'text',
      sent_on: 'date',
      responded: 'boolean',
    }),
    rows: shuffle(people, generator).map(({ arm, dormancy, responded }, place) => [
      practiceId(place),
      dormancy,
      arm,
      practiceStart,
      Number(responded),
    ]),
  };
}
