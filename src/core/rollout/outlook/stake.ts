import { refuse, succeed, type Result } from '#core/result.ts';
import { believeCarrot, type CarrotBelief, type CellBelief } from './carrot-belief.ts';
import { pairsOf, type CarrotMoney, type PolicyInputs, type WhatIf } from './policy-inputs.ts';

/**
 * An amount that one cell brings, as far as it depends on what is not known: per unit of the carrot's and of the control's
 * response share, and per response that comes or stays away by chance.
 */
export interface Line {
  readonly estimate: number;
  readonly onTreatment: number;
  readonly onControl: number;
  readonly onChance: number;
}

/** One cell that gets a carrot: who gets it, what is believed of it, and its amounts. */
export interface Stake {
  /** Place of the cell in the list, and of its carrot. */
  readonly cell: number;
  readonly carrot: number;
  readonly money: CarrotMoney;
  readonly belief: CellBelief;
  /** Customers who get the carrot, and those of them who have answered in the experiment. */
  readonly sent: number;
  readonly answered: number;
  /** Response of those who have not answered yet, with and without the carrot. */
  readonly treatmentShare: number;
  readonly controlShare: number;
  /** Variance of their number of responses when the shares are known. */
  readonly chanceVariance: number;
  /** Responses beyond those that would come anyway. */
  readonly incremental: Line;
  /** All responses with the carrot. */
  readonly responses: Line;
  readonly contactCost: number;
  readonly rewardCost: Line;
}

/** Every cell that gets a carrot, and what is believed of the carrots that are given. */
export interface Stakes {
  readonly stakes: readonly Stake[];
  readonly beliefs: ReadonlyMap<number, CarrotBelief>;
}

/**
 * The amounts of every cell that gets a carrot. Who got it in the experiment has answered: his response is known and stays
 * as it is; all others answer by the believed shares and the what-if. What would have come without the carrot is never
 * seen of those who get it, so it stays an expectation for all.
 * Refuses `invalid-effect` (see `believeCarrot`) and `response-above-everybody` (a what-if that asks for more than 100%).
 */
export function stakesOf(inputs: PolicyInputs): Result<Stakes> {
  const beliefs = new Map<number, CarrotBelief>();
  const stakes: Stake[] = [];
  for (const [place, offer] of inputs.policy.entries()) {
    const cell = inputs.cells[place];
    if (!offer || !cell || !(offer.share > 0 && cell.population > 0)) continue;
    const { carrot, share } = offer;
    let carrotBelief = beliefs.get(carrot);
    if (!carrotBelief) {
      const found = believeCarrot(pairsOf(inputs.cells, carrot), inputs.belief);
      if (!found.ok) return found;
      carrotBelief = found.value;
      beliefs.set(carrot, carrotBelief);
    }
    const belief = carrotBelief.cells[place];
    const money = inputs.carrots[carrot];
    const arm = cell.carrots[carrot];
    if (!belief || !money || !arm) throw new Error('An offered carrot has customers in its cell.');
    const known = inputs.testedAreOnTheList ? arm : { events: 0, trials: 0 };
    const stake = stakeOf(belief, money, inputs.whatIf, {
      answered: share * known.trials,
      responded: share * known.events,
      rest: share * (cell.population - known.trials),
    });
    if (stake.treatmentShare > 1 || stake.controlShare > 1)
      return refuse({ code: 'response-above-everybody', stratum: place });
    stakes.push({ cell: place, carrot, ...stake });
  }
  return succeed({ stakes, beliefs });
}

/** Customers of one cell who get the carrot: those who have answered, how many responded, and those who have not. */
interface SentCustomers {
  readonly answered: number;
  readonly responded: number;
  readonly rest: number;
}

function stakeOf(
  belief: CellBelief,
  money: CarrotMoney,
  { effectKept, responseFactor, costFactor }: WhatIf,
  { answered, responded, rest }: SentCustomers,
): Omit<Stake, 'cell' | 'carrot'> {
  const controlShare = responseFactor * belief.controlShare;
  const treatmentShare = controlShare + responseFactor * effectKept * belief.difference;
  const coming: Line = {
    estimate: rest * treatmentShare,
    onTreatment: rest * responseFactor * effectKept,
    onControl: rest * responseFactor * (1 - effectKept),
    onChance: 1,
  };
  const anyway: Line = {
    estimate: answered * belief.controlShare + rest * controlShare,
    onTreatment: 0,
    onControl: answered + rest * responseFactor,
    onChance: 0,
  };
  const known: Line = { ...nothing, estimate: responded };
  const responses = combine([1, known], [1, coming]);
  const { costPerContact, rewardPerResponse } = money;
  const believable = Math.min(1, Math.max(0, treatmentShare));
  return {
    money,
    belief,
    sent: answered + rest,
    answered,
    treatmentShare,
    controlShare,
    chanceVariance: rest * believable * (1 - believable),
    incremental: combine([1, responses], [-1, anyway]),
    responses,
    contactCost: costPerContact * (answered + costFactor * rest),
    rewardCost: combine([rewardPerResponse, known], [rewardPerResponse * costFactor, coming]),
  };
}

const nothing: Line = { estimate: 0, onTreatment: 0, onControl: 0, onChance: 0 };

/** A sum of amounts of one cell, each times a factor. */
export function combine(...parts: readonly (readonly [factor: number, line: Line])[]): Line {
  const total = (part: keyof Line) =>
    parts.reduce((sum, [factor, line]) => sum + factor * line[part], 0);
  return {
    estimate: total('estimate'),
    onTreatment: total('onTreatment'),
    onControl: total('onControl'),
    onChance: total('onChance'),
  };
}

/** A sum of known money added to an amount. */
export function shifted(line: Line, fixed: number): Line {
  return { ...line, estimate: line.estimate + fixed };
}
