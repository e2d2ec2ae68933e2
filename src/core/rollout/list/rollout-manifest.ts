import { cellName } from '../../design/cell-name.ts';
import type { Design } from '../../design/design.ts';
import { listSizes, type RolloutList } from './rollout-list.ts';

/** What a rollout list was drawn from, beside the list itself. */
export interface RolloutManifestInputs {
  readonly appVersion: string;
  readonly experimentName: string;
  readonly list: RolloutList;
  /** The customer table, as the user sees it, its id column and its number of rows. */
  readonly data: { readonly table: string; readonly idColumn: string; readonly rows: number };
  /** Fingerprints of the lists whose customers were left out, as far as they were drawn here: the experiment's, then earlier rollouts'. */
  readonly before: readonly string[];
}

/** Everything that is needed to make the same rollout list again, with this program or without. Plain JSON. */
export interface RolloutManifest extends Pick<RolloutManifestInputs, 'appVersion' | 'data'> {
  readonly app: string;
  readonly experiment: string;
  readonly algorithm: { readonly name: string; readonly recipe: string; readonly pool: string };
  readonly seed: string;
  readonly asOf: string;
  readonly drawnAt: string;
  readonly design: Design;
  readonly holdoutShare: number;
  readonly leftOut: RolloutList['plan']['leftOut'];
  readonly leftOutLists: readonly string[];
  readonly consents: RolloutList['plan']['consents'];
  /** Cells in row-major order over the attributes, with the id of the carrot of each and what became of its customers. */
  readonly cells: readonly {
    readonly name: string;
    readonly carrot: string | null;
    readonly pool: { readonly [Part in keyof RolloutList['pool']]: number };
    /** Held back, then wave by wave. */
    readonly counts: readonly number[];
  }[];
  readonly contacted: number;
  readonly heldBack: number;
  readonly listFingerprint: string;
  readonly forecast: RolloutList['forecast'];
}

const recipe =
  'Within each cell, sort the customers of its pool by the hexadecimal MD5 of "seed:customer id" (UTF-8, ties by customer ' +
  'id); the first counts[0] are the monitoring holdout (arm 0, wave 0), the next counts[1] get the carrot of the cell in wave ' +
  '1, the next counts[2] in wave 2, and so on. The arm is the place of the carrot among the arms of the design, from 0. ' +
  'listFingerprint is the MD5 of the lines "customer,cell,arm,wave" (cells from 0), sorted by character code and joined by ' +
  'line feeds.';

const poolRecipe =
  'The pool of a cell holds the customers who fulfil every rule of the eligibility of the design at asOf and lie in the ' +
  'cell (see the record of the draw of the experiment), without those who had a carrot in the experiment (tested), were in ' +
  'its holdout (heldOut) or are on an earlier rollout list (rolledOut), each where leftOut says so, and without those whose ' +
  'value in the consent column of the channel of the carrot is none of its values (withoutConsent).';

/**
 * The paper that goes with a rollout list, so that anybody can draw it again and hold its outcome against what was expected.
 * Example: written to a file with `JSON.stringify(rolloutManifest(inputs), null, 2)`.
 */
export function rolloutManifest({
  appVersion,
  experimentName,
  list,
  data,
  before,
}: RolloutManifestInputs): RolloutManifest {
  const { design, plan, pool, carrots, counts } = list;
  return {
    app: 'Carrotlab',
    appVersion,
    experiment: experimentName,
    algorithm: { name: list.algorithm, recipe, pool: poolRecipe },
    seed: list.seed,
    asOf: design.asOf,
    drawnAt: list.drawnAt,
    data,
    design,
    holdoutShare: list.holdoutShare,
    leftOut: plan.leftOut,
    leftOutLists: before,
    consents: plan.consents,
    cells: counts.map((slots, cell) => ({
      name: cellName(design.attributes, cell),
      carrot: carrots[cell] ?? null,
      pool: {
        eligible: pool.eligible[cell] ?? 0,
        tested: pool.tested[cell] ?? 0,
        heldOut: pool.heldOut[cell] ?? 0,
        rolledOut: pool.rolledOut[cell] ?? 0,
        withoutCarrot: pool.withoutCarrot[cell] ?? 0,
        withoutConsent: pool.withoutConsent[cell] ?? 0,
        left: pool.left[cell] ?? 0,
      },
      counts: slots,
    })),
    ...listSizes(list),
    listFingerprint: list.listFingerprint,
    forecast: list.forecast,
  };
}
