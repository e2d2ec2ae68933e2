import { variableKey, type Variable } from '#core/customers/variable.ts';
import {
  applyTemplate,
  type AppliedTemplate,
  type TemplateNames,
} from '#core/design/apply-template.ts';
import type { Program } from '#core/design/brief.ts';
import type { Banding, Design } from '#core/design/design.ts';
import { levelRange } from '#core/design/edit-cuts.ts';
import { programTemplates, type TemplateVariable } from '#core/design/program-template.ts';
import { catalogue } from '#text/language.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { rangeWords } from './range-words.ts';
import { describeVariable } from './variable-description.ts';

/** The design filled in from a program, as far as the project's data allows. */
export async function filledIn(
  design: Design,
  program: Exclude<Program, 'own'>,
): Promise<AppliedTemplate> {
  const variables = templateVariables();
  const cuts = new Map<string, readonly number[]>();
  for (const { variable: wanted, monthCuts } of programTemplates[program].attributes) {
    const variable = variables[wanted];
    if (!variable || monthCuts !== null) continue;
    const { suggestedCuts } = await describeVariable({ variable, asOf: design.asOf });
    cuts.set(variableKey(variable), suggestedCuts);
  }
  const template = programTemplates[program];
  return applyTemplate(design, program, template, { variables, cuts }, templateNames());
}

/** What the open project has of what templates speak of. */
function templateVariables(): Readonly<Record<TemplateVariable, Variable | null>> {
  const { document, source } = workspace;
  const columns = document?.tables.find(({ name }) => name === source?.table)?.columns ?? [];
  const points = columns.find(
    ({ role, kind }) => role === 'points' && (kind === 'integer' || kind === 'decimal'),
  );
  const transactions = source?.transactions ?? null;
  const counted = (measure: 'last-order-date' | 'order-count' | 'spend'): Variable | null =>
    transactions && { from: 'transactions', measure };
  const ofColumn = (column: string | null | undefined): Variable | null =>
    column === null || column === undefined ? null : { from: 'customers', column };
  const lastPurchase = ofColumn(source?.lastPurchaseColumn) ?? counted('last-order-date');
  return {
    'last-purchase': lastPurchase,
    points: ofColumn(points?.name),
    orders: counted('order-count'),
    spend: (transactions?.amountColumn ?? null) === null ? null : counted('spend'),
    stage: lastPurchase && { from: 'stage' },
  };
}

function templateNames(): TemplateNames {
  const t = catalogue().designBrief;
  const { dormancyLevels } = catalogue().design.suggestion;
  return {
    attribute: (variable) => t.attributeNames[variable],
    levels: (banding: Banding, variable) => {
      if (banding.kind === 'category') return [];
      const { kind, cuts } = banding;
      if (cuts.length === 2) return variable === 'last-purchase' ? dormancyLevels : t.thirdNames;
      return Array.from({ length: cuts.length + 1 }, (_, level) =>
        rangeWords(levelRange(cuts, level), kind, true),
      );
    },
    hypothesis: (key) => t.templates[key],
    allHypotheses: Object.values(t.templates),
  };
}
