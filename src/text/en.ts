import type { Catalogue } from './ko.ts';
import { assignment } from './en/assignment.ts';
import { columnReasons } from './en/column-reasons.ts';
import { common } from './en/common.ts';
import { customers } from './en/customers.ts';
import { design } from './en/design.ts';
import { designBrief } from './en/design-brief.ts';
import { designFreeze } from './en/design-freeze.ts';
import { guide } from './en/guide.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { ideas } from './en/ideas.ts';
import { importing } from './en/importing.ts';
import { project } from './en/project.ts';
import { results } from './en/results.ts';
import { sample } from './en/sample.ts';
import { tools } from './en/tools.ts';

/** Every English text of the product, of the same type as the Korean: a missing key does not compile. */
export const en: Catalogue = {
  common,
  home,
  importing,
  columnReasons,
  customers,
  ideas,
  design,
  designBrief,
  designFreeze,
  assignment,
  project,
  results,
  history,
  guide,
  sample,
  tools,
};
