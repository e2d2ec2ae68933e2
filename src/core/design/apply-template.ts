import { variableKey, type Variable } from '../customers/variable.ts';
import type { Brief, Hypothesis, Program } from './brief.ts';
import type { Attribute, Banding, Design } from './design.ts';
import { onlyThose, soleCondition, type VariableCondition } from './eligibility.ts';
import type {
  HypothesisKey,
  ProgramTemplate,
  TemplateAttribute,
  TemplateTarget,
  TemplateVariable,
} from './program-template.ts';

/** What the project's data offers for the variables of a template. */
export interface TemplateData {
  /** Null where the data has no such thing. */
  readonly variables: Readonly<Record<TemplateVariable, Variable | null>>;
  /** Cuts into about equal thirds, by `variableKey`. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
}

/** What the reader's language calls what a template brings. */
export interface TemplateNames {
  readonly attribute: (variable: TemplateAttribute['variable']) => string;
  readonly levels: (banding: Banding, variable: TemplateAttribute['variable']) => readonly string[];
  readonly hypothesis: (key: HypothesisKey) => string;
  /** The sentences of all templates: what the reader wrote differently is kept. */
  readonly allHypotheses: readonly string[];
}

export interface AppliedTemplate {
  readonly design: Design;
  /** What the template asks for and the data does not have. */
  readonly missing: readonly TemplateVariable[];
}

/**
 * The design turned to a program: whom it is for, what divides the quota table, metrics, window and hypotheses. Rules on
 * other variables (the region) stay, as do those that exclude or ask for several things, an attribute on the same variable keeps its bands where the template does not say
 * other ones, and so do hypotheses in the reader's own words. What the data does not have is left out and named.
 * Example: the win-back template on customers without points divides by dormancy only and names `points` as missing.
 */
export function applyTemplate(
  design: Design,
  program: Program,
  template: ProgramTemplate,
  data: TemplateData,
  names: TemplateNames,
): AppliedTemplate {
  const known = new Set(
    Object.values(data.variables).flatMap((variable) => (variable ? [variableKey(variable)] : [])),
  );
  const others = design.eligibility.filter((rule) => {
    const sole = soleCondition(rule);
    return !(sole && 'variable' in sole && known.has(variableKey(sole.variable)));
  });
  const target = template.target.flatMap((each) => targetCondition(each, data)).map(onlyThose);
  const attributes = template.attributes.flatMap((attribute) =>
    templateAttribute(design, attribute, data, names),
  );
  const asked = [...template.target, ...template.attributes].map(({ variable }) => variable);
  return {
    design: {
      ...design,
      eligibility: [...others, ...target],
      attributes,
      brief: templateBrief(design.brief, program, template, names),
    },
    missing: [...new Set(asked)].filter((variable) => data.variables[variable] === null),
  };
}

function targetCondition(
  target: TemplateTarget,
  { variables }: TemplateData,
): readonly VariableCondition[] {
  const variable = variables[target.variable];
  if (!variable) return [];
  switch (target.variable) {
    case 'stage':
      return [{ kind: 'category', variable, values: target.stages, drawn: null }];
    case 'last-purchase':
      return [{ kind: 'months-since', variable, from: target.from, to: target.to }];
    default:
      return [{ kind: 'number', variable, from: target.from, below: null }];
  }
}

function templateAttribute(
  design: Design,
  { variable: wanted, monthCuts }: TemplateAttribute,
  { variables, cuts }: TemplateData,
  names: TemplateNames,
): readonly Attribute[] {
  const variable = variables[wanted];
  if (!variable) return [];
  const key = variableKey(variable);
  const known = design.attributes.find((attribute) => variableKey(attribute.variable) === key);
  if (known && monthCuts === null) return [known];
  const banding: Banding =
    monthCuts === null
      ? { kind: 'number', cuts: cuts.get(key) ?? [] }
      : { kind: 'months-since', cuts: monthCuts };
  return [
    {
      id: known?.id ?? wanted,
      name: known?.name ?? names.attribute(wanted),
      variable,
      banding,
      levelNames: names.levels(banding, wanted),
      unknownName: null,
      highestFirst: true,
    },
  ];
}

function templateBrief(
  brief: Brief,
  program: Program,
  { hypotheses, primaryMetric, guardMetrics, responseWindowDays }: ProgramTemplate,
  names: TemplateNames,
): Brief {
  const keys = new Set<string>(hypotheses.map(({ key }) => key));
  // A sentence of the template that the reader wrote anew is theirs: the template's own comes beside it, under its key.
  const own = brief.hypotheses
    .filter(({ text }) => !names.allHypotheses.includes(text))
    .map((hypothesis) =>
      keys.has(hypothesis.id)
        ? { ...hypothesis, id: freeId(hypothesis.id, brief.hypotheses) }
        : hypothesis,
    );
  const added = hypotheses.map(({ key, direction }): Hypothesis => ({
    id: key,
    text: names.hypothesis(key),
    direction,
  }));
  return {
    ...brief,
    program,
    primaryMetric,
    guardMetrics,
    responseWindowDays,
    hypotheses: [...own, ...added],
  };
}

function freeId(wanted: string, taken: readonly Hypothesis[]): string {
  let number = 2;
  while (taken.some(({ id }) => id === `${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
