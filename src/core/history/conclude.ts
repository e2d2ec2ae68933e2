import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { canonicalJson } from '../design/plan-freeze.ts';
import { md5Hex } from '../random/md5.ts';
import type { AnalysisPlan, ExperimentTotals } from '../results/analysis.ts';
import { conclusionParts, type Conclusion, type ConclusionPart } from './conclusion.ts';
import type { ExperimentOutcome, ProjectDocument } from './project-document.ts';

/** What a result is concluded from. */
export interface ConclusionInputs {
  readonly plan: AnalysisPlan;
  readonly totals: ExperimentTotals;
  readonly plannedSizes: readonly number[] | null;
  readonly outcome: ExperimentOutcome | null;
  readonly procedures: readonly string[];
  /** MD5 of the tables and columns that were read. */
  readonly dataFingerprint: string;
  /** MD5 of the drawn list, wave by wave; empty where the list was not drawn here. */
  readonly listFingerprints: readonly string[];
  /** ISO date and time. */
  readonly concludedAt: string;
  readonly note: string;
}

/**
 * A result as it stands, with a fingerprint of what it was made of. The same data, list, plan and procedures give the same
 * fingerprint on any day.
 * Example: two conclusions that differ in their note only have the same fingerprint.
 */
export function conclusionOf(inputs: ConclusionInputs): Conclusion {
  const { dataFingerprint, listFingerprints, ...kept } = inputs;
  const contents: Readonly<Record<ConclusionPart, unknown>> = {
    // The totals are of the data too: a customer list that was sorted anew changes nothing in them.
    data: [dataFingerprint, totalsContents(kept.totals)],
    list: [listFingerprints, kept.plannedSizes],
    plan: planContents(kept.plan),
    procedures: kept.procedures,
  };
  const parts = Object.fromEntries(
    conclusionParts.map((part) => [part, md5Hex(canonicalJson(contents[part]))]),
  ) as Record<ConclusionPart, string>;
  const fingerprint = md5Hex(conclusionParts.map((part) => `${part}:${parts[part]}`).join('\n'));
  return {
    concludedAt: kept.concludedAt,
    fingerprint,
    parts,
    procedures: kept.procedures,
    plan: kept.plan,
    totals: kept.totals,
    plannedSizes: kept.plannedSizes,
    outcome: kept.outcome,
    note: kept.note,
  };
}

// A choice that could not be made when results were first concluded, and is at its default, says nothing: without it, what
// was concluded then keeps its fingerprint.
function planContents({ severalArms, ...plan }: AnalysisPlan): unknown {
  return severalArms === 'count' ? plan : { ...plan, severalArms };
}

function totalsContents({ leftOut, ...totals }: ExperimentTotals): unknown {
  const { inSeveralArms, ...others } = leftOut;
  return { ...totals, leftOut: inSeveralArms === 0 ? others : leftOut };
}

/** The parts in which two conclusions differ, in their order. Example: another confidence alone gives ['plan']. */
export function differingParts(
  { parts: one }: Pick<Conclusion, 'parts'>,
  { parts: other }: Pick<Conclusion, 'parts'>,
): readonly ConclusionPart[] {
  return conclusionParts.filter((part) => one[part] !== other[part]);
}

/**
 * Keeps a result beside those that were concluded before; none of them changes.
 * Refuses `unknown-experiment`, and `already-concluded` with the version that it repeats (from 1): same data, list, plan and
 * procedures.
 */
export function addConclusion(
  document: ProjectDocument,
  id: number,
  conclusion: Conclusion,
): Result<
  ProjectDocument,
  Problem<'unknown-experiment'> | (Problem<'already-concluded'> & { version: number })
> {
  const experiment = document.experiments.find((each) => each.id === id);
  if (!experiment) return refuse({ code: 'unknown-experiment' });
  const known = experiment.conclusions.findIndex(
    ({ fingerprint }) => fingerprint === conclusion.fingerprint,
  );
  if (known >= 0) return refuse({ code: 'already-concluded', version: known + 1 });
  const concluded = { ...experiment, conclusions: [...experiment.conclusions, conclusion] };
  return succeed({
    ...document,
    experiments: document.experiments.map((each) => (each.id === id ? concluded : each)),
  });
}
