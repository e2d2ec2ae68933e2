import { suggestDesign } from '#core/design/default-design.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import type { VariableCondition } from '#core/design/eligibility.ts';
import { withAttribute, withCondition } from '#core/design/extend-design.ts';
import { editDesign, startExperiment } from '#core/history/edit-experiment.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import { catalogue } from '#text/language.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** A group of customers as an experiment can use it; `name` is what the reader called it. */
export type Addition =
  | { readonly kind: 'filter'; readonly name: string; readonly filter: VariableCondition }
  | { readonly kind: 'attribute'; readonly name: string; readonly attribute: Attribute };

/**
 * Puts a group into the design of the current experiment, or into a new experiment where there is none that can still
 * be changed. Says what was done.
 */
export function addToExperiment(addition: Addition, asOf: string): string {
  const t = catalogue().customers.act;
  const current = workspace.experiment;
  const isFilter = addition.kind === 'filter';
  const edit = t.edit(addition.name);
  if (current && isOpen(current)) {
    const design = extend(current.design ?? firstDesign(asOf), addition);
    workspace.change(edit, (document) => withDesign(document, current.id, design));
    return (isFilter ? t.targeted : t.divided)(addition.name, current.name);
  }
  const number = (workspace.document?.experiments.length ?? 0) + 1;
  const name = isFilter
    ? t.experimentName(addition.name)
    : catalogue().design.experiment.defaultName(String(number));
  const design = extend(firstDesign(asOf), addition);
  workspace.change(edit, (document) =>
    startExperiment(document, { name, createdAt: new Date().toISOString(), design }),
  );
  return (isFilter ? t.startedTargeted : t.startedDivided)(addition.name, name);
}

/** Neither frozen nor drawn nor read: a design that was used stays what it was. */
function isOpen({ freeze, assignment, analysis, outcome }: Experiment): boolean {
  return (
    freeze === null && assignment === null && outcome === null && analysis?.source.kind !== 'table'
  );
}

function extend(design: Design, addition: Addition): Design {
  return addition.kind === 'filter'
    ? withCondition(design, addition.filter)
    : withAttribute(design, addition.attribute);
}

function withDesign(document: ProjectDocument, id: number, design: Design): ProjectDocument {
  const edited = editDesign(document, id, design);
  return edited.ok ? edited.value : document;
}

/** Arms and points as the method suggests them; the target is what the reader is about to choose. */
function firstDesign(asOf: string): Design {
  const t = catalogue().design.suggestion;
  const customers = workspace.document?.tables.find(({ role }) => role === 'customers');
  const points = customers?.columns.find(
    ({ role, kind }) => role === 'points' && (kind === 'integer' || kind === 'decimal'),
  );
  return suggestDesign(
    {
      asOf,
      lastPurchase: null,
      points: points ? { from: 'customers', column: points.name } : null,
      region: null,
      columns: customers?.columns ?? [],
    },
    {
      dormancy: { name: t.dormancy, levels: t.dormancyLevels },
      points: { name: t.points, levels: t.pointsLevels },
      arms: { holdout: t.holdout, coupon: t.coupon, gift: t.gift, point: t.point },
    },
  );
}
