import { refuse, succeed, type Result } from '#core/result.ts';

/** Who a cell is about: its arm and its level of every attribute, in a fixed order. */
export interface LabelledCell {
  readonly arm: string;
  readonly levels: readonly string[];
}

/** The features of every cell: those of the smaller model, and those that the interaction adds. */
export interface InteractionDesign {
  readonly smaller: readonly (readonly number[])[];
  readonly added: readonly (readonly number[])[];
}

/** Which factors a term multiplies: -1 for the arm, 0 for the first attribute. */
type Term = readonly number[];

const arm = -1;

/**
 * The two models of "does the arm's effect depend on these attributes?".
 * `joint`: main effects of everything, then arm × each attribute asked about, together. `highest`: everything that the
 * arm and the attributes asked about give below their full product, then that product.
 * Refuses `too-few-levels` when the arm or an attribute asked about does not vary. Throws RangeError when no attribute is
 * asked about, or one twice.
 */
export function interactionDesign(
  cells: readonly LabelledCell[],
  attributes: readonly number[],
  question: 'joint' | 'highest',
): Result<InteractionDesign> {
  const count = cells[0]?.levels.length ?? 0;
  const columns = new Map([[arm, indicators(cells.map((cell) => cell.arm))]]);
  for (let place = 0; place < count; place += 1) {
    columns.set(place, indicators(cells.map(({ levels }) => levels[place] ?? '')));
  }
  const varies = (factor: number): boolean => (columns.get(factor)?.[0]?.length ?? 0) > 0;
  for (const attribute of attributes) {
    if (!varies(arm) || !varies(attribute)) return refuse({ code: 'too-few-levels', attribute });
  }
  if (attributes.length === 0 || new Set(attributes).size < attributes.length) {
    throw new RangeError(`Interaction with the attributes [${attributes.join(', ')}]`);
  }
  const mainEffects: Term[] = [...columns.keys()].map((factor) => [factor]);
  const whole = [arm, ...attributes];
  const below = subsets(whole).filter(({ length }) => length > 1 && length < whole.length);
  const smaller = question === 'joint' ? mainEffects : [...mainEffects, ...below];
  const added = question === 'joint' ? attributes.map((attribute) => [arm, attribute]) : [whole];
  const features = (terms: readonly Term[]): number[][] =>
    cells.map((_, row) => terms.flatMap((term) => productOf(term, columns, row)));
  return succeed({ smaller: features(smaller), added: features(added) });
}

/** Every product of one indicator from each factor. */
function productOf(
  term: Term,
  columns: ReadonlyMap<number, readonly (readonly number[])[]>,
  row: number,
): number[] {
  return term.reduce<number[]>(
    (products, factor) =>
      products.flatMap((product) =>
        (columns.get(factor)?.[row] ?? []).map((indicator) => product * indicator),
      ),
    [1],
  );
}

/** Small sets before the sets that contain them. */
function subsets(factors: readonly number[]): Term[] {
  const all = factors.reduce<Term[]>(
    (sets, factor) => [...sets, ...sets.map((set) => [...set, factor])],
    [[]],
  );
  return all.sort((left, right) => left.length - right.length);
}

/** One column per level but the first: 1 where the row has that level. */
function indicators(values: readonly string[]): number[][] {
  const levels = [...new Set(values)].slice(1);
  return values.map((value) => levels.map((level) => (value === level ? 1 : 0)));
}
