import type { QuestionTest, TestVerdict } from './question-test.ts';

/** A simulated or enumerated figure with the error of its simulation (0 when every outcome was counted). */
export interface Estimated {
  readonly value: number;
  readonly standardError: number;
  /** Of a simulated share that was 0 or 1 throughout, where the spread says nothing: how far off it may be all the same. */
  readonly limit: number | null;
}

/** What a rolled-out carrot earns, money for the whole list. */
export interface RolloutWorth {
  /** Per carrot, in the order of the any-carrot comparisons: at its true effect. */
  readonly truth: readonly number[];
  /** At an effect as observed. */
  readonly at: (carrot: number, effect: number) => number;
}

/** One question in the long run. */
export interface QuestionTally {
  readonly id: string;
  /** Whether the effects expected make any of its contrasts other than 0. */
  readonly hasEffect: boolean;
  /** The chance of a significant result when the carrots do nothing; null where the contrast is not 0 even then. */
  readonly falseAlarm: Estimated | null;
  /** The chance of a significant result at the effects expected. */
  readonly power: Estimated;
  /** Of significant results the share with the wrong sign (type S), and how many times too large they are (type M). */
  readonly signError: Estimated | null;
  readonly exaggeration: Estimated | null;
}

/** The rule "roll out the significant carrot that seems to earn most, if it earns at all, else nothing" in the long run. */
export interface DecisionTally {
  readonly profit: Estimated;
  /** Of always rolling out the carrot that is truly best, or nothing where none earns. */
  readonly perfectProfit: number;
  readonly rolledOut: Estimated;
  /** Of rollouts the share of a carrot that truly costs more than it earns, and how many times too large the winner looked. */
  readonly lossShare: Estimated | null;
  readonly exaggeration: Estimated | null;
}

/**
 * How large a share may be that was seen in none of so many independent repetitions, with 95% confidence: about 3 / n.
 * Source: the one-sided limit of Clopper & Pearson (1934) at no event; Hanley & Lippman-Hand (1983), JAMA 249, "rule of three".
 * Example: none in 10,000 gives 0.00029953.
 */
export function shareNeverSeen(repetitions: number): number {
  return -Math.expm1(Math.log(0.05) / repetitions);
}

/** A mean of what was added, with weights. */
class Mean {
  #weight = 0;
  #sum = 0;
  #squares = 0;
  #count = 0;
  #repetitions = 0;

  /** `isNew`: from another repetition than what was added before. */
  add(value: number, weight: number, isNew = true): void {
    this.#weight += weight;
    this.#sum += weight * value;
    this.#squares += weight * value * value;
    this.#count += 1;
    this.#repetitions += Number(isNew);
  }

  /** Null when nothing was added. `exact`: every outcome was counted. */
  estimate(exact: boolean): Estimated | null {
    if (!(this.#weight > 0)) return null;
    const value = this.#sum / this.#weight;
    const variance = Math.max(0, this.#squares / this.#weight - value * value);
    return { value, standardError: exact ? 0 : Math.sqrt(variance / this.#count), limit: null };
  }

  /** The same of a share: a sum of zeros and ones. */
  share(exact: boolean): Estimated | null {
    const found = this.estimate(exact);
    if (!found || exact || (this.#sum > 0 && this.#sum < this.#weight)) return found;
    const unseen = shareNeverSeen(this.#repetitions);
    return { ...found, limit: this.#sum > 0 ? 1 - unseen : unseen };
  }
}

/** Counts up outcomes without and with the effects expected. */
export class OutcomeTally {
  readonly #tests: readonly QuestionTest[];
  readonly #worth: RolloutWorth | null;
  readonly #isNull: readonly boolean[];
  readonly #falseAlarms: readonly Mean[];
  readonly #anyFalseAlarm = new Mean();
  readonly #powers: readonly Mean[];
  readonly #signErrors: readonly Mean[];
  readonly #exaggerations: readonly Mean[];
  readonly #decision = { profit: new Mean(), out: new Mean(), loss: new Mean(), size: new Mean() };

  /** `isNull`: per test, whether its contrasts are 0 when no carrot does anything. */
  constructor(
    tests: readonly QuestionTest[],
    worth: RolloutWorth | null,
    isNull: readonly boolean[],
  ) {
    this.#tests = tests;
    this.#worth = worth;
    this.#isNull = isNull;
    const means = (): readonly Mean[] => tests.map(() => new Mean());
    [this.#falseAlarms, this.#powers] = [means(), means()];
    [this.#signErrors, this.#exaggerations] = [means(), means()];
  }

  /** An outcome where no carrot does anything. */
  addNothing(verdicts: readonly TestVerdict[], weight: number): void {
    const alarms = verdicts.map(({ significant }, test) => significant && this.#isNull[test]);
    for (const [test, alarm] of alarms.entries())
      this.#falseAlarms[test]?.add(alarm ? 1 : 0, weight);
    this.#anyFalseAlarm.add(alarms.some(Boolean) ? 1 : 0, weight);
  }

  /** An outcome with the effects expected. */
  addEffect(verdicts: readonly TestVerdict[], weight: number): void {
    for (const [test, { significant, estimates, found }] of verdicts.entries()) {
      this.#powers[test]?.add(significant ? 1 : 0, weight);
      let isNew = true;
      for (const [place, isFound] of found.entries()) {
        const effect = this.#tests[test]?.effects[place] ?? 0;
        if (!isFound || Math.abs(effect) < 1e-12) continue;
        const ratio = (estimates[place] ?? 0) / effect;
        this.#signErrors[test]?.add(ratio < 0 ? 1 : 0, weight, isNew);
        isNew = false;
        this.#exaggerations[test]?.add(Math.abs(ratio), weight);
      }
    }
    this.#decide(verdicts, weight);
  }

  #decide(verdicts: readonly TestVerdict[], weight: number): void {
    const test = this.#tests.findIndex(({ form }) => form === 'many-to-one');
    const verdict = verdicts[test];
    const worth = this.#worth;
    if (!verdict || !worth) return;
    const earns = (carrot: number): number => worth.at(carrot, verdict.estimates[carrot] ?? 0);
    const winner = [...verdict.found.keys()]
      .filter((carrot) => verdict.found[carrot] && earns(carrot) > 0)
      .sort((left, right) => earns(right) - earns(left))[0];
    this.#decision.out.add(winner === undefined ? 0 : 1, weight);
    this.#decision.profit.add(winner === undefined ? 0 : (worth.truth[winner] ?? 0), weight);
    if (winner === undefined) return;
    const effect = this.#tests[test]?.effects[winner] ?? 0;
    this.#decision.loss.add((worth.truth[winner] ?? 0) < 0 ? 1 : 0, weight);
    if (effect > 1e-12) this.#decision.size.add((verdict.estimates[winner] ?? 0) / effect, weight);
  }

  questions(exact: boolean): readonly QuestionTally[] {
    return this.#tests.map(({ id, effects }, test) => ({
      id,
      hasEffect: effects.some((effect) => Math.abs(effect) >= 1e-12),
      falseAlarm: this.#isNull[test] ? (this.#falseAlarms[test]?.share(exact) ?? null) : null,
      power: this.#powers[test]?.share(exact) ?? nothing,
      signError: this.#signErrors[test]?.share(exact) ?? null,
      exaggeration: this.#exaggerations[test]?.estimate(exact) ?? null,
    }));
  }

  /** The chance of any false alarm over all questions. */
  anyFalseAlarm(exact: boolean): Estimated {
    return this.#anyFalseAlarm.share(exact) ?? nothing;
  }

  decision(exact: boolean): DecisionTally | null {
    const { profit, out, loss, size } = this.#decision;
    const earned = profit.estimate(exact);
    if (!earned || !this.#worth) return null;
    return {
      profit: earned,
      perfectProfit: Math.max(0, ...this.#worth.truth),
      rolledOut: out.share(exact) ?? nothing,
      lossShare: loss.share(exact),
      exaggeration: size.estimate(exact),
    };
  }
}

const nothing: Estimated = { value: 0, standardError: 0, limit: null };
