import { binomialDraws } from '#core/random/binomial-draws.ts';
import { createGenerator } from '#core/random/generator.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { binomialWeights } from '#core/stats/power/event-weights.ts';
import type { PlannedGroup } from '../questions/contrast-spread.ts';
import type { DecisionTally, Estimated, OutcomeTally, QuestionTally } from './outcome-tally.ts';
import { observed, preparePlan, type CharacteristicsPlan } from './plan-replay.ts';

/** What this very plan does in the long run. */
export interface PlanCharacteristics {
  /** `enumerated`: every outcome was counted; `simulated`: so many repetitions. */
  readonly method: 'enumerated' | 'simulated';
  readonly repetitions: number;
  /** The family-wise false-positive rate: any question significant when no carrot does anything. */
  readonly anyFalseAlarm: Estimated;
  readonly questions: readonly QuestionTally[];
  readonly decision: DecisionTally | null;
}

/** A simulation that is run piece by piece: the pieces do not change its result. */
export interface PlanSimulation {
  readonly run: (repetitions: number) => void;
  readonly summary: () => PlanCharacteristics;
}

/**
 * Starts to play a plan through, each repetition once with no effect (all arms as the holdout) and once with the effects
 * expected. `seed`: the same seed gives the same figures, in whatever pieces it is run.
 * Refuses what `frameProblem` and `questionTests` refuse, `count-not-whole`, and `no-holdout`.
 * Source: Gelman & Carlin (2014), Perspectives on Psychological Science 9 (type S and M errors), of this plan's own tests.
 */
export function startPlanSimulation(
  plan: CharacteristicsPlan,
  seed: string,
): Result<PlanSimulation> {
  const ready = preparePlan(plan);
  if (!ready.ok) return ready;
  const { groups, nullGroups, tests, tally } = ready.value;
  const generator = createGenerator(seed);
  const drawsOf = (all: readonly PlannedGroup[]) =>
    all.map(({ size, mean }) => binomialDraws(size, mean));
  const [draws, nullDraws] = [drawsOf(groups), drawsOf(nullGroups)];
  let done = 0;
  return succeed({
    run: (repetitions) => {
      for (let step = 0; step < repetitions; step += 1) {
        const nothing = observed(groups, (place) => nullDraws[place]?.(generator) ?? 0);
        tally.addNothing(
          tests.map(({ judge }) => judge(nothing)),
          1,
        );
        const effect = observed(groups, (place) => draws[place]?.(generator) ?? 0);
        tally.addEffect(
          tests.map(({ judge }) => judge(effect)),
          1,
        );
      }
      done += repetitions;
    },
    summary: () => summaryOf(tally, 'simulated', done),
  });
}

/**
 * The same in one go. `progress`: told after every piece of 200 repetitions; when it says false, the simulation ends and is
 * refused as `cancelled` with how many were `done`. Also refuses `invalid-repetitions` (not 1 to 10 million).
 */
export function simulatePlan(
  plan: CharacteristicsPlan,
  options: {
    readonly seed: string;
    readonly repetitions: number;
    readonly progress?: (done: number, repetitions: number) => boolean;
  },
): Result<PlanCharacteristics> {
  const { seed, repetitions, progress } = options;
  if (!(Number.isInteger(repetitions) && repetitions >= 1 && repetitions <= 1e7)) {
    return refuse({ code: 'invalid-repetitions', repetitions });
  }
  const started = startPlanSimulation(plan, seed);
  if (!started.ok) return started;
  for (let done = 0; done < repetitions;) {
    const piece = Math.min(200, repetitions - done);
    started.value.run(piece);
    done += piece;
    if (progress && !progress(done, repetitions)) return refuse({ code: 'cancelled', done });
  }
  return succeed(started.value.summary());
}

/** So many outcomes are counted within a second or two. */
const mostOutcomes = 200_000;

/**
 * The same without chance, by counting every outcome: for plans of a few small groups.
 * Refuses what `startPlanSimulation` refuses, and `too-large-to-enumerate` with the number of `outcomes`.
 */
export function enumeratePlan(plan: CharacteristicsPlan): Result<PlanCharacteristics> {
  const ready = preparePlan(plan);
  if (!ready.ok) return ready;
  const { groups, nullGroups, tests, tally } = ready.value;
  const outcomes = groups.reduce((product, { size }) => product * (size + 1), 1);
  if (outcomes > mostOutcomes) return refuse({ code: 'too-large-to-enumerate', outcomes });
  const visit = (all: readonly PlannedGroup[], add: OutcomeTally['addEffect']): void => {
    const chances = all.map(({ size, mean }) => (size > 0 ? binomialWeights(size, mean) : null));
    for (let code = 0; code < outcomes; code += 1) {
      let [rest, weight] = [code, 1];
      const events = all.map(({ size }, place) => {
        const count = rest % (size + 1);
        rest = Math.floor(rest / (size + 1));
        const chance = chances[place];
        if (chance) weight *= chance.weights[count - chance.first] ?? 0;
        return count;
      });
      if (weight === 0) continue;
      const seen = observed(groups, (place) => events[place] ?? 0);
      add(
        tests.map(({ judge }) => judge(seen)),
        weight,
      );
    }
  };
  visit(nullGroups, (verdicts, weight) => tally.addNothing(verdicts, weight));
  visit(groups, (verdicts, weight) => tally.addEffect(verdicts, weight));
  return succeed(summaryOf(tally, 'enumerated', outcomes));
}

function summaryOf(
  tally: OutcomeTally,
  method: PlanCharacteristics['method'],
  repetitions: number,
): PlanCharacteristics {
  const exact = method === 'enumerated';
  return {
    method,
    repetitions,
    anyFalseAlarm: tally.anyFalseAlarm(exact),
    questions: tally.questions(exact),
    decision: tally.decision(exact),
  };
}
