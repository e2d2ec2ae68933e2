import { assignment } from './ko/assignment.ts';
import { columnReasons } from './ko/column-reasons.ts';
import { common } from './ko/common.ts';
import { customers } from './ko/customers.ts';
import { design } from './ko/design.ts';
import { designBrief } from './ko/design-brief.ts';
import { designFreeze } from './ko/design-freeze.ts';
import { guide } from './ko/guide.ts';
import { history } from './ko/history.ts';
import { home } from './ko/home.ts';
import { ideas } from './ko/ideas.ts';
import { importing } from './ko/importing.ts';
import { project } from './ko/project.ts';
import { results } from './ko/results.ts';
import { sample } from './ko/sample.ts';
import { tools } from './ko/tools.ts';

/** Every Korean text of the product. Its type is the catalogue that English must fill completely. */
export const ko = {
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

export type Catalogue = typeof ko;
