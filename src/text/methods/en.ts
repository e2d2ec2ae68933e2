import { allocation } from './en/allocation.ts';
import { bayes } from './en/bayes.ts';
import { checks } from './en/checks.ts';
import { distributions } from './en/distributions.ts';
import { means } from './en/means.ts';
import { models } from './en/models.ts';
import { multiplicity } from './en/multiplicity.ts';
import { power } from './en/power.ts';
import { proportions } from './en/proportions.ts';
import { sequential } from './en/sequential.ts';
import { shrinkage } from './en/shrinkage.ts';
import { stratified } from './en/stratified.ts';
import type { MethodId, MethodText } from './method-text.ts';

export const methodNames: Record<MethodId, MethodText> = {
  ...allocation,
  ...bayes,
  ...checks,
  ...distributions,
  ...means,
  ...models,
  ...multiplicity,
  ...power,
  ...proportions,
  ...sequential,
  ...shrinkage,
  ...stratified,
};
