import { afterEach, describe, expect, it } from 'vitest';
import { designOfSize } from '#features/design/earnings-size.ts';
import { outlookProblem } from '#features/design/earnings-words.ts';
import { language } from '#text/language.svelte.ts';
import { outlookWords } from '#text/outlook-words.ts';
import { deckDesign, deckPopulationInBandingOrder } from '../../core/design/deck-design.ts';

/** Every code that the dial, the long run, their questions and the prior from history refuse with. */
const codes = [
  ['earnings-unknown', 'shares-impossible', 'no-questions', 'invalid-prior', 'negative-cost'],
  ['too-few-arms', 'no-strata', 'invalid-population', 'invalid-mean', 'invalid-proportions'],
  ['invalid-standard-deviation', 'invalid-size', 'invalid-repetitions', 'no-effect-expected'],
  ['wrong-direction', 'list-too-short', 'testing-does-not-pay', 'too-few-experiments'],
  ['no-variation', 'invalid-effect', 'no-holdout', 'no-carrot', 'no-arms', 'no-cells'],
  ['frame-mismatch', 'invalid-count', 'invalid-groups', 'share-out-of-range', 'count-not-whole'],
  ['empty-groups', 'unknown-arm', 'unknown-attribute', 'unknown-factor', 'same-arm-twice'],
  ['too-few-carrots', 'too-few-levels', 'combination-missing', 'no-cells-in-question'],
  ['invalid-alpha', 'invalid-power', 'dependent-contrasts', 'too-large-to-enumerate', 'cancelled'],
].flat();

afterEach(() => {
  language.code = 'ko';
});

describe('why the outlook of a plan cannot be told', () => {
  it.each(['ko', 'en'] as const)('has a sentence of its own for every code in %s', (code) => {
    language.code = code;
    const facts = { most: 1200, wanted: 3400.2, experiments: 2, fewest: 3, mean: 0.05, done: 40 };
    for (const each of codes) {
      const sentence = outlookProblem({ code: each, ...facts, outcomes: 1e6 });
      expect(sentence, each).not.toBe(outlookWords().failed);
      expect(sentence, each).not.toMatch(/NaN|undefined/);
    }
    expect(outlookProblem({ code: 'list-too-short', ...facts })).toContain('3,401');
    expect(outlookProblem({ code: 'too-few-experiments', ...facts })).toContain('2');
    expect(outlookProblem({ code: 'nobody-knows' })).toBe(outlookWords().failed);
  });
});

describe('a design of another size', () => {
  const population = deckPopulationInBandingOrder;
  const counts = population.map(() => deckDesign.arms.map(() => 100));

  it('keeps its rule: the nearest number per cell and arm, or the next that is enough', () => {
    const near = designOfSize(deckDesign, population, counts, 1555);
    expect(near?.size).toBe(43 * 36);
    expect(near?.design.allocation).toEqual({ kind: 'equal', perCellAndArm: 43 });
    expect(designOfSize(deckDesign, population, counts, 1549, { atLeast: true })?.size).toBe(
      44 * 36,
    );
    const shared = { ...deckDesign, allocation: { kind: 'proportional', total: 3600 } as const };
    expect(designOfSize(shared, population, counts, 1554.6)?.size).toBe(1555);
  });

  it('is none where the cells have not so many, or nobody is drawn', () => {
    expect(designOfSize(deckDesign, population, counts, 40_000)).toBeNull();
    const none = counts.map((row) => row.map(() => 0));
    expect(designOfSize(deckDesign, population, none, 100)).toBeNull();
  });
});
