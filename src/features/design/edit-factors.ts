import { channelKinds, type Channel } from '#core/design/channel.ts';
import type { Arm, Design } from '#core/design/design.ts';
import type { ArmFactor, ArmLevel, FactorKind, FactorPlan } from '#core/design/factor-plan.ts';
import type { ForbiddenCombination, LevelChoice } from '#core/design/factorial/factor-space.ts';
import type { DesignFactors } from '#text/ko/design-factors.ts';

/** The design as combinations of factors: its carrots, its channels where there are several, and two messages. */
export function withFactors(design: Design, words: DesignFactors): Design {
  const kinds: FactorKind[] = ['carrot', ...(design.channels.length > 1 ? ['channel' as const] : []), 'message']; // prettier-ignore
  const empty: Design = { ...design, factorPlan: { factors: [], forbidden: [], kind: null } };
  return kinds.reduce((made, kind) => withFactor(made, kind, words), empty);
}

/** The design with one more factor at the end, with two levels or more; a channel that is missing for that is added. */
export function withFactor(design: Design, kind: FactorKind, words: DesignFactors): Design {
  const plan = design.factorPlan ?? { factors: [], forbidden: [], kind: null };
  const id = freeId(kind, plan.factors);
  const factor: ArmFactor = { id, kind, name: freeName(words.kinds[kind], plan.factors), levels: startLevels(design, kind, words) }; // prettier-ignore
  let made: Design = { ...design, factorPlan: { ...plan, factors: [...plan.factors, factor] } };
  while ((factorOf(made, id)?.levels.length ?? 2) < 2) made = withLevel(made, id, words);
  return made;
}

export function withoutFactor(design: Design, id: string): Design {
  return inPlan(design, (plan) => ({
    ...plan,
    factors: plan.factors.filter((factor) => factor.id !== id),
    forbidden: plan.forbidden.filter((choices) => choices.every(({ factor }) => factor !== id)),
  }));
}

/** The design with one more level of a factor: a carrot that costs what the last one does, a channel that is not yet there. */
export function withLevel(design: Design, factorId: string, words: DesignFactors): Design {
  const factor = factorOf(design, factorId);
  if (!factor) return design;
  const { levels, kind } = factor;
  const number = String(levels.length + 1);
  if (kind === 'channel') {
    const used = new Set(levels.map(({ channel }) => channel));
    const free = design.channels.find(({ id }) => !used.has(id));
    const channel = free ?? newChannel(design.channels);
    const channels = free ? design.channels : [...design.channels, channel];
    const level: ArmLevel = { id: freeId(channel.id, levels), name: '', offer: null, channel: channel.id }; // prettier-ignore
    return changeFactor({ ...design, channels }, factorId, { levels: [...levels, level] });
  }
  const isCarrot = kind === 'carrot';
  const name = isCarrot ? words.newCarrot(number) : words.newLevel(number);
  const level: ArmLevel = {
    id: freeId('level', levels),
    name: freeName(name, levels),
    offer: isCarrot ? (levels.at(-1)?.offer ?? noOffer) : null,
    channel: null,
  };
  return changeFactor(design, factorId, { levels: [...levels, level] });
}

export function withoutLevel(design: Design, factorId: string, levelId: string): Design {
  const isIt = ({ factor, level }: LevelChoice) => factor === factorId && level === levelId;
  const levels = factorOf(design, factorId)?.levels.filter(({ id }) => id !== levelId) ?? [];
  return inPlan(changeFactor(design, factorId, { levels }), (plan) => ({
    ...plan,
    forbidden: plan.forbidden.filter((choices) => !choices.some(isIt)),
  }));
}

export function changeFactor(design: Design, id: string, change: Partial<ArmFactor>): Design {
  return inPlan(design, (plan) => ({
    ...plan,
    factors: plan.factors.map((factor) => (factor.id === id ? { ...factor, ...change } : factor)),
  }));
}

export function changeLevel(
  design: Design,
  factorId: string,
  levelId: string,
  change: Partial<ArmLevel>,
): Design {
  const levels = factorOf(design, factorId)?.levels ?? [];
  return changeFactor(design, factorId, {
    levels: levels.map((level) => (level.id === levelId ? { ...level, ...change } : level)),
  });
}

/** Forbids two levels to meet, or allows them again. */
export function toggleForbidden(design: Design, choices: ForbiddenCombination): Design {
  return inPlan(design, (plan) => {
    const others = plan.forbidden.filter((each) => !isSame(each, choices));
    const was = others.length < plan.forbidden.length;
    return { ...plan, forbidden: was ? others : [...plan.forbidden, choices] };
  });
}

/** Whether two prohibitions name the same levels, in whatever order. */
export function isSame(one: ForbiddenCombination, other: ForbiddenCombination): boolean {
  const key = (choices: ForbiddenCombination) =>
    JSON.stringify(choices.map(({ factor, level }) => [factor, level]).toSorted());
  return key(one) === key(other);
}

const noOffer = { costPerReward: 0, valueToCustomer: null, redemptionShare: 1 };

function startLevels(
  { arms, channels }: Design,
  kind: FactorKind,
  words: DesignFactors,
): readonly ArmLevel[] {
  const plain = (name: string, place: number): ArmLevel => ({
    ...{ id: `level-${place + 1}`, name, offer: null, channel: null },
  });
  if (kind === 'message' || kind === 'timing') return words.start[kind].map(plain);
  if (kind === 'channel')
    return channels.map(({ id }): ArmLevel => ({ id, name: '', offer: null, channel: id }));
  if (kind === 'other') return ['1', '2'].map((number, place) => plain(words.newLevel(number), place)); // prettier-ignore
  // Arms of an earlier plan name the same carrot many times; the first ones of their own are carrots.
  const carrots = arms.filter(({ role, run }) => role === 'carrot' && run === null);
  return carrots
    .slice(0, mostStartCarrots)
    .map(({ id, name, costPerReward, valueToCustomer, redemptionShare }: Arm): ArmLevel => ({
      ...{ id, name, channel: null },
      offer: { costPerReward, valueToCustomer, redemptionShare },
    }));
}

/** More carrots than this make too many combinations to begin with. */
const mostStartCarrots = 4;

function newChannel(channels: readonly Channel[]): Channel {
  const taken = new Set(channels.map(({ kind }) => kind));
  const kind = channelKinds.find((each) => !taken.has(each)) ?? 'other';
  const id = freeId('channel', channels);
  return { id, name: taken.has(kind) ? id : '', kind, costPerContact: 0, reachShare: 1 };
}

function factorOf({ factorPlan }: Design, id: string): ArmFactor | undefined {
  return factorPlan?.factors.find((factor) => factor.id === id);
}

function inPlan(design: Design, change: (plan: FactorPlan) => FactorPlan): Design {
  return design.factorPlan ? { ...design, factorPlan: change(design.factorPlan) } : design;
}

function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  if (taken.every(({ id }) => id !== wanted)) return wanted;
  let number = 2;
  while (taken.some(({ id }) => id === `${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  if (taken.every(({ name }) => name !== wanted)) return wanted;
  let number = 2;
  while (taken.some(({ name }) => name === `${wanted} ${number}`)) number++;
  return `${wanted} ${number}`;
}
