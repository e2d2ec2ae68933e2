import { allocation } from './ko/allocation.ts';
import { bayes } from './ko/bayes.ts';
import { checks } from './ko/checks.ts';
import { distributions } from './ko/distributions.ts';
import { means } from './ko/means.ts';
import { models } from './ko/models.ts';
import { multiplicity } from './ko/multiplicity.ts';
import { power } from './ko/power.ts';
import { proportions } from './ko/proportions.ts';
import { sequential } from './ko/sequential.ts';
import { shrinkage } from './ko/shrinkage.ts';
import { stratified } from './ko/stratified.ts';
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
