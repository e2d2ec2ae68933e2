import { defaultStageRules } from '#core/customers/journey.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import { plainText } from '#core/import/source-plan.ts';
import type { Answer, Params, RequestName } from '#engine/protocol.ts';
import { deckDesign } from './engine/deck-design.ts';
import golden from './oracles/assignment/golden-draws.json' with { type: 'json' };

type Ask = <Name extends RequestName>(name: Name, params: Params<Name>) => Promise<Answer<Name>>;

/** The customers of `golden_draws.py`, in their order or the other way round. */
function customerFile(isReversed: boolean): Blob {
  const lines = Array.from({ length: 3000 }, (_, row) => {
    const id = String(row).padStart(4, '0');
    return `고객${id},${(row * 7919) % 100},${['서울', '경기', '부산'][row % 3] ?? ''}`;
  });
  return new Blob([`id,points,region\n${(isReversed ? lines.reverse() : lines).join('\n')}\n`]);
}

const attribute = (id: string, banding: Attribute['banding']): Attribute => ({
  id,
  name: id,
  variable: { from: 'customers', column: id },
  banding,
  levelNames: [],
  unknownName: null,
  highestFirst: false,
});

const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [
    attribute('points', { kind: 'number', cuts: [30, 60] }),
    attribute('region', { kind: 'category', groups: [['서울'], ['경기']] }),
  ],
};

/** What is expected of every draw, and what an engine gives. */
export async function goldenDraws(ask: Ask, isReversed: boolean) {
  const column = (name: string, kind: 'text' | 'integer', role: 'customer-id' | 'none') =>
    ({ name, kind, role, personal: null, format: defaultFormat }) as const;
  await ask('start-empty', {});
  const table = await ask('import-file', {
    file: customerFile(isReversed),
    fileName: 'golden.csv',
    plan: {
      label: 'golden',
      tableRole: 'customers',
      source: plainText,
      columns: [
        column('id', 'text', 'customer-id'),
        column('points', 'integer', 'none'),
        column('region', 'text', 'none'),
      ],
      duplicates: 'stop',
      blankIds: 'stop',
      today: '2026-11-25',
      into: { mode: 'new' },
    },
  });
  if (!table.ok) throw new Error(table.problem.code);
  const source = {
    table: table.value.name,
    idColumn: 'id',
    lastPurchaseColumn: null,
    transactions: null,
  };
  const found: unknown[] = [];
  for (const { seed, counts } of golden.draws) {
    const drawn = await ask('draw', {
      source,
      design,
      rules: defaultStageRules,
      running: [],
      experiment: 1,
      seed,
      counts,
      drawnAt: 'now',
    });
    found.push(drawn.ok ? [drawn.value.population, drawn.value.listFingerprint] : drawn.problem);
  }
  const expected = golden.draws.map(({ listFingerprint }) => [golden.population, listFingerprint]);
  return { found, expected };
}
