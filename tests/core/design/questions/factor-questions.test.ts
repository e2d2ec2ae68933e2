import { describe, expect, it } from 'vitest';
import { withRuns } from '#core/design/factor-arms.ts';
import { answerQuestion } from '#core/design/factorial/answers.ts';
import { fullFactorial } from '#core/design/factorial/full-factorial.ts';
import { readFactorSpace, type Run } from '#core/design/factorial/factor-space.ts';
import type { Contrast } from '#core/design/questions/contrast.ts';
import { additiveContrasts, mainEffectContrasts } from '#core/design/questions/factor-contrasts.ts';
import { fractionContrasts } from '#core/design/questions/fraction-contrasts.ts';
import { judgePlan, questionedFrame } from '#core/design/questions/judge-plan.ts';
import { expectClose, refusalOf, valueOf } from '../../stats/oracle.ts';
import { factorDesign, joinedNames } from '../factor-design.ts';

const whole = { attributes: [], questionPlan: factorDesign.questionPlan };
const all: Run[] = [0, 1, 2, 3, 4, 5, 6, 7].map((run) => [run & 1, (run >> 1) & 1, run >> 2]);
const half: Run[] = [[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 1, 1]]; // prettier-ignore

/** A plan of these runs in one cell, without prohibitions but where `isLimited`. */
function planOf(runs: readonly Run[], isLimited = false) {
  const { factorPlan } = factorDesign;
  if (!factorPlan) throw new Error('The design has factors.');
  const forbidden = isLimited ? factorPlan.forbidden : [];
  const open = { ...factorDesign, ...whole, factorPlan: { ...factorPlan, forbidden } };
  const design = valueOf(withRuns(open, 'full-factorial', runs, joinedNames));
  const counts = [design.arms.map(() => 500)];
  const frame = questionedFrame(design, [20_000], counts);
  if (!frame) throw new Error('The plan has shares.');
  const asked = judgePlan(design, [20_000], counts).map(({ question }) => question.id);
  return { frame, asked: asked.filter((id) => /^(main|additive)-/.test(id)) };
}

const mains = ['main-carrot', 'main-channel', 'main-message'];
const pairs = ['additive-carrot-channel', 'additive-carrot-message', 'additive-channel-message'];

function expectNear(found: Contrast | undefined, wanted: Contrast | undefined): void {
  expect(found).toHaveLength(wanted?.length ?? -1);
  for (const [arm, weight] of (found ?? []).entries())
    expectClose(weight, wanted?.[arm] ?? Number.NaN, 1e-12, arm, 1);
}

describe('questions about factors', () => {
  it('are all asked of all combinations, and by the means of the arms what least squares say', () => {
    const { frame, asked } = planOf(all);
    expect(asked).toEqual([...mains, ...pairs]);
    const grid = valueOf(mainEffectContrasts(frame, [1], 'channel'));
    const squares = fractionContrasts(frame, [1], ['channel']);
    expect(grid.rows[0]).toEqual([0, ...[-1, -1, 1, 1, -1, -1, 1, 1].map((sign) => sign / 4)]);
    expectNear(squares?.rows[0], grid.rows[0]);
    const added = valueOf(additiveContrasts(frame, [1], ['message', 'carrot']));
    const same = fractionContrasts(frame, [1], ['message', 'carrot']);
    expectNear(same?.rows[0], added.rows[0]);
  });

  it('are asked of half the combinations about factors, not about pairs', () => {
    const { frame, asked } = planOf(half);
    expect(asked).toEqual(mains);
    const { rows } = valueOf(mainEffectContrasts(frame, [1], 'channel'));
    expectNear(rows[0], [0, -0.5, -0.5, 0.5, 0.5]);
    expect(refusalOf(additiveContrasts(frame, [1], ['channel', 'carrot']))).toBe('combination-missing'); // prettier-ignore
  });

  it('leave out the pair that a prohibition cuts, and are answered as `answerQuestion` does', () => {
    const { factorPlan } = factorDesign;
    if (!factorPlan) throw new Error('The design has factors.');
    const space = valueOf(readFactorSpace(factorPlan.factors, factorPlan.forbidden));
    const runs = valueOf(fullFactorial(space));
    const { frame, asked } = planOf(runs, true);
    expect(asked).toEqual([...mains, ...pairs.slice(1)]);
    const { rows } = valueOf(additiveContrasts(frame, [1], ['carrot', 'message']));
    const { weights } = valueOf(
      answerQuestion(
        { runs, levelCounts: [2, 2, 2], model: 'main-and-pairs' },
        {
          kind: 'interaction',
          first: { factor: 0, level: 1, against: 0 },
          second: { factor: 2, level: 1, against: 0 },
        },
      ),
    );
    expectNear(rows[0], [0, ...weights]);
  });

  it('are none where too few runs tell nothing apart', () => {
    const { frame, asked } = planOf(half.slice(0, 2));
    expect(asked).toEqual([]);
    expect(refusalOf(mainEffectContrasts(frame, [1], 'carrot'))).toBe('combination-missing');
  });
});
