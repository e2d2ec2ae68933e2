import type { CustomerSource } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import type { ListPlan } from '#core/rollout/list/list-plan.ts';
import type { RolloutList } from '#core/rollout/list/rollout-list.ts';
import type { Params } from '#engine/protocol.ts';

type Question = Params<'count-rollout'>;

/** Whom a rollout list of an experiment is drawn from. `before`: the rollout lists that count as earlier ones. */
export function rolloutQuestion(
  document: ProjectDocument,
  source: CustomerSource,
  { id, assignment, analysis }: Experiment,
  asked: {
    readonly design: Design;
    readonly running: readonly number[];
    readonly carrots: readonly (string | null)[];
    readonly plan: ListPlan;
    readonly before: readonly RolloutList[];
  },
): Question {
  const { design, running, carrots, plan, before } = asked;
  const read = analysis?.source;
  const isThere = (table: string) => document.tables.some(({ name }) => name === table);
  const table = read?.kind === 'table' && read.customerColumn !== null && isThere(read.table) ? read : null; // prettier-ignore
  return {
    source,
    design,
    rules: document.stageRules,
    running,
    // Rows under the id of an experiment without a list are of an edit that was taken back.
    experiment: assignment ? id : null,
    tested: table && {
      table: table.table,
      customerColumn: table.customerColumn as string,
      armColumn: table.armColumn,
      control: analysis?.control ?? '',
    },
    earlier: before.map((list) => list.id),
    carrots,
    plan: { leftOut: plan.leftOut, consents: plan.consents },
  };
}

/** The rollout lists that are other ones after a step of Undo: the rows must follow. `replaced`: the one in its place, if any. */
export function changedRollouts(
  before: ProjectDocument,
  after: ProjectDocument,
): readonly {
  readonly experiment: Experiment;
  readonly list: RolloutList;
  readonly earlier: readonly RolloutList[];
  readonly replaced: RolloutList | null;
}[] {
  const listsBefore = before.experiments.flatMap(({ rollout }) => rollout?.lists ?? []);
  return after.experiments.flatMap((experiment) => {
    const lists = experiment.rollout?.lists ?? [];
    return lists.flatMap((list, place) => {
      const replaced = listsBefore.find(({ id }) => id === list.id) ?? null;
      if (replaced?.listFingerprint === list.listFingerprint) return [];
      return [{ experiment, list, earlier: lists.slice(0, place), replaced }];
    });
  });
}
