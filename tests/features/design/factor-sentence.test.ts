import { afterEach, describe, expect, it } from 'vitest';
import type { Problem } from '#core/result.ts';
import { suggestPlans } from '#core/design/factorial/suggest-plans.ts';
import {
  effectWords,
  forbiddenWords,
  mixingRows,
  mixingSentences,
  planProblemWords,
  tellsWords,
} from '#features/design/factor-sentence.ts';
import { factorWords } from '#text/factor-words.ts';
import { language } from '#text/language.svelte.ts';
import { armFactor, factorDesign } from '../../core/design/factor-design.ts';
import { valueOf } from '../../core/stats/oracle.ts';

const plan = factorDesign.factorPlan;
if (!plan) throw new Error('The design has factors.');
const names = ['A', 'B', 'C', 'D'];
const twoLevels = names.map((name) => armFactor(name, 'other', ['1', '2']));
const plansOf = (maxRuns: number, factors = twoLevels) => valueOf(suggestPlans(factors, [], { maxRuns, seed: 'a' })).plans; // prettier-ignore
const ofKind = (kind: string, maxRuns: number, factors = twoLevels) => {
  const found = plansOf(maxRuns, factors).find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no ${kind} of ${maxRuns} runs.`);
  return found;
};

afterEach(() => {
  language.code = 'ko';
});

describe('what a plan mixes', () => {
  it('is said of factors first, then of pairs', () => {
    language.code = 'en';
    const t = factorWords().mixing;
    expect(effectWords([[0, 1], [2]], names)).toBe(`${t.main('C')}, ${t.pair(t.product('A', 'B'))}`); // prettier-ignore
    expect(effectWords([], names)).toBe('');
  });

  it('of 2^(4-1) is three pairs of pairs, in Korean with the particle of the name', () => {
    const half = ofKind('regular-fraction', 8);
    const t = factorWords().mixing;
    const sentences = mixingSentences(half, [2, 2, 2, 2], names);
    expect(sentences).toEqual([
      t.full(t.pair(t.product('A', 'B')), t.pair(t.product('C', 'D'))),
      t.full(t.pair(t.product('A', 'C')), t.pair(t.product('B', 'D'))),
      t.full(t.pair(t.product('A', 'D')), t.pair(t.product('B', 'C'))),
    ]);
    expect(sentences[0]).toContain('상호작용이');
    expect(mixingRows(half, [2, 2, 2, 2], names)).toHaveLength(3);
  });

  it('is said in three sentences, with how many more there are', () => {
    const five = [...names, 'E'].map((name) => armFactor(name, 'other', ['1', '2']));
    const quarter = ofKind('regular-fraction', 8, five);
    const t = factorWords().mixing;
    const sentences = mixingSentences(quarter, [2, 2, 2, 2, 2], [...names, 'E']);
    const rows = mixingRows(quarter, [2, 2, 2, 2, 2], [...names, 'E']);
    expect(rows.length).toBeGreaterThan(3);
    expect(sentences).toHaveLength(4);
    expect(sentences.at(-1)).toBe(t.more(String(rows.length - 3)));
  });

  it('is nothing where every combination is sent', () => {
    const full = ofKind('full-factorial', 16);
    expect(mixingSentences(full, [2, 2, 2, 2], names)).toEqual([factorWords().mixing.none]);
    expect(mixingRows(full, [2, 2, 2, 2], names)).toEqual([]);
  });
});

describe('what a plan can tell', () => {
  it('is said by its resolution', () => {
    const t = factorWords().tells;
    expect(tellsWords(ofKind('full-factorial', 16), 4)).toBe(t.everything);
    expect(tellsWords(ofKind('regular-fraction', 8), 4)).toBe(`${t.four} (${t.resolution('IV')})`);
    const three = names.slice(0, 3).map((name) => armFactor(name, 'other', ['1', '2']));
    expect(tellsWords(ofKind('regular-fraction', 4, three), 3)).toBe(`${t.three} (${t.resolution('III')})`); // prettier-ignore
  });

  it('of all that a prohibition leaves is not said to be everything', () => {
    const [found] = valueOf(suggestPlans(plan.factors, plan.forbidden, { maxRuns: 8, seed: 'a' })).plans; // prettier-ignore
    if (!found) throw new Error('There is a plan.');
    expect(found.kind).toBe('full-factorial');
    expect(tellsWords(found, 3)).toBe(factorWords().tells.allowed);
  });
});

describe('why there is no plan', () => {
  const design = factorDesign;

  it('names the levels that may not meet, a channel by its name, and what is no longer there', () => {
    const [pair = []] = plan.forbidden;
    expect(forbiddenWords(pair, plan, design)).toBe('gift × DM');
    expect(forbiddenWords([{ factor: 'carrot', level: 'x' }], plan, design)).toBe(factorWords().never.lost); // prettier-ignore
  });

  it.each(['ko', 'en'] as const)('is a sentence for every reason, without a hole (%s)', (code) => {
    language.code = code;
    const facts = { factor: 0, level: 1, combinations: 9000, most: 4096, runs: 4, maxRuns: 8, combination: 0, mostRuns: 8, coefficients: 5, arms: 21, model: 'main' }; // prettier-ignore
    for (const reason of Object.keys(factorWords().problem)) {
      const words = planProblemWords({ code: reason, ...facts } as Problem, design);
      expect(words, reason).not.toMatch(/undefined|NaN|\[object|=>/);
      expect(words.length, reason).toBeGreaterThan(8);
    }
    const { problem: t } = factorWords();
    expect(planProblemWords({ code: 'a-reason-of-tomorrow' } as Problem, design)).toBe(t.other);
    expect(planProblemWords({ code: 'too-few-levels', factor: 'carrot' } as Problem, design)).toBe(t['too-few-levels']('CARROT')); // prettier-ignore
    expect(planProblemWords({ code: 'level-never-allowed', ...facts } as Problem, design)).toBe(t['level-never-allowed']('gift')); // prettier-ignore
    expect(planProblemWords({ code: 'forbidden-levels-meet', ...facts } as Problem, design)).toBe(t['forbidden-levels-meet']('gift × DM')); // prettier-ignore
    const pairs = { code: 'too-few-runs', ...facts, model: 'main-and-pairs' } as Problem;
    expect(planProblemWords(pairs, design)).toBe(t['too-few-runs-pairs']('5', '4'));
  });
});
