import type { Problem } from '#core/result.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/**
 * What is wrong with the inputs of a chain, or null: the first thing that no sum can be made of.
 * Codes: `negative-input`, `not-whole` and `share-out-of-range` with the field (and the `step`, counted from 1 for the
 * first further step), `margin-out-of-range`, `nobody-contacted`, `more-responded-than-contacted`,
 * `more-retained-than-responded`, `more-remaining-than-before`.
 */
export function winBackProblem(inputs: WinBackInputs): Problem | null {
  const { contacted, responded, retained, marginShare, followUps } = inputs;
  const { holdoutShare, holdoutRetainedShare, retainedShareWithout } = inputs;
  const shares = { holdoutShare, holdoutRetainedShare, retainedShareWithout };
  const problem =
    negative(inputs) ?? notWhole({ contacted, responded, retained }) ?? notAShare(shares);
  if (problem) return problem;
  if (marginShare > 1) return { code: 'margin-out-of-range', marginShare };
  if (contacted === 0) return { code: 'nobody-contacted' };
  if (responded > contacted) return { code: 'more-responded-than-contacted', responded, contacted };
  if (retained > responded) return { code: 'more-retained-than-responded', retained, responded };
  let before = retained;
  for (const [place, followUp] of followUps.entries()) {
    const step = place + 1;
    const { remaining, shareWithout, holdoutShare } = followUp;
    const wrong =
      negative(followUp) ?? notWhole({ remaining }) ?? notAShare({ shareWithout, holdoutShare });
    if (wrong) return { ...wrong, step };
    if (remaining > before) return { code: 'more-remaining-than-before', step, remaining, before };
    before = remaining;
  }
  return null;
}

function negative(fields: object): Problem | null {
  for (const [field, value] of Object.entries(fields) as [string, unknown][])
    if (typeof value === 'number' && !(value >= 0 && Number.isFinite(value)))
      return { code: 'negative-input', field, value };
  return null;
}

function notWhole(fields: Readonly<Record<string, number>>): Problem | null {
  for (const [field, value] of Object.entries(fields))
    if (!Number.isSafeInteger(value)) return { code: 'not-whole', field, value };
  return null;
}

function notAShare(fields: Readonly<Record<string, number | null>>): Problem | null {
  for (const [field, value] of Object.entries(fields))
    if (value !== null && value > 1) return { code: 'share-out-of-range', field, value };
  return null;
}
