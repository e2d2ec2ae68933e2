import { plainDialect, plainLayout } from '../import/dialect.ts';
import { emptyBrief } from '../design/brief.ts';
import { undecided } from '../design/undecided.ts';
import { noFurtherColumns, usualReading } from '../results/analysis.ts';
import { readingOfVersion6 } from './migrate-reading.ts';
import { experimentOfVersion6 } from './migrate-rollout.ts';
import { eachOf, isFields, ownValue, withFields, type Fields } from './migration-fields.ts';
import { documentVersion } from './project-document.ts';

/** One step per version: `steps[0]` makes a document of version 2 from one of version 1. */
const steps: readonly ((document: Fields) => Fields)[] = [
  // Version 2: tables say how their file was read and which columns are personal; the console keeps queries.
  (document) => ({ ...document, queries: [], tables: eachOf(document['tables'], tableOfVersion2) }),
  // Version 3: a design begins with its brief, names its control factors and channels, and has rules where it had filters;
  // a plan can be frozen, and a draw says how it was chosen and which experiments were running.
  (document) => ({
    ...document,
    experiments: eachOf(ownValue(document, 'experiments'), experimentOfVersion3),
  }),
  // Version 4: arms may be combinations of factors, cells have rules, questions and budget are written down, unknown values
  // can be a level of their own, a draw can be topped up, and an outcome keeps every carrot.
  (document) => ({
    ...document,
    experiments: eachOf(ownValue(document, 'experiments'), experimentOfVersion4),
  }),
  // Version 5: an experiment is read from several files, within its days, by declared rules; its plan says how often, and
  // its results can be concluded.
  (document) => ({
    ...document,
    experiments: eachOf(ownValue(document, 'experiments'), experimentOfVersion5),
  }),
  // Version 6: a rollout has terms of its own for every carrot, a policy, and what will be other than in the experiment;
  // a reading says what becomes of customers in two arms.
  (document) => ({
    ...document,
    experiments: eachOf(ownValue(document, 'experiments'), (experiment) =>
      readingOfVersion6(experimentOfVersion6(experiment)),
    ),
  }),
];

/**
 * Brings a parsed document of an earlier version to the shape of this one, step by step. What does not look like a
 * document at all is left as it is: the check of the shape that follows says what is wrong.
 * Example: a document of version 1 gets `queries: []` and every design of it a brief.
 */
export function migrateDocument(parsed: unknown): unknown {
  if (!isFields(parsed)) return parsed;
  const from = ownValue(parsed, 'version');
  if (!Number.isInteger(from) || (from as number) < 1 || (from as number) > steps.length) {
    return parsed;
  }
  const migrated = steps
    .slice((from as number) - 1)
    .reduce<Fields>((document, step) => step(document), parsed);
  return { ...migrated, version: documentVersion };
}

function tableOfVersion2(table: Fields): Fields {
  const report = ownValue(table, 'report');
  return {
    ...table,
    columns: eachOf(ownValue(table, 'columns'), (column) => ({ ...column, personal: null })),
    report: isFields(report) ? reportOfVersion2(report) : report,
  };
}

function reportOfVersion2({ encoding, delimiter, ...report }: Fields): Fields {
  const dialect = { ...plainDialect, delimiter };
  const problems = eachOf(report['problems'], (problem) => ({
    ...problem,
    value: null,
    share: null,
  }));
  const source = { format: 'text', encoding, dialect, layout: plainLayout };
  const appended = { rowsBefore: 0, rowsReplaced: 0, columnsMissing: [], columnsAdded: [] };
  return { ...report, ...appended, source, problems };
}

function experimentOfVersion3(experiment: Fields): Fields {
  return {
    ...experiment,
    ...withDesigns(experiment, designOfVersion3),
    freeze: null,
    versionOf: null,
    assignment: withFields(ownValue(experiment, 'assignment'), {
      balance: null,
      runningExperiments: [],
    }),
  };
}

/** The designs of an experiment, changed: its own, and that by whose cells responses are read. */
function withDesigns(experiment: Fields, change: (design: unknown) => unknown): Fields {
  const analysis = ownValue(experiment, 'analysis');
  const strata = isFields(analysis) ? ownValue(analysis, 'strata') : null;
  return {
    design: change(ownValue(experiment, 'design')),
    analysis:
      isFields(analysis) && isFields(strata) && ownValue(strata, 'kind') === 'cells'
        ? { ...analysis, strata: { ...strata, design: change(ownValue(strata, 'design')) } }
        : analysis,
  };
}

/** The one contact cost becomes a channel of all carrots. */
function designOfVersion3(design: unknown): unknown {
  if (!isFields(design)) return design;
  const { costPerContact, filters, ...kept } = design;
  const id = 'channel-1';
  return {
    ...kept,
    brief: emptyBrief,
    controlFactors: [],
    eligibility: eachOf(filters, ruleOfFilter),
    channels: [{ id, name: '', kind: 'other', costPerContact, reachShare: 1 }],
    arms: eachOf(ownValue(design, 'arms'), (arm) => ({
      ...arm,
      channel: ownValue(arm, 'role') === 'holdout' ? null : id,
      valueToCustomer: null,
      redemptionShare: 1,
    })),
  };
}

function experimentOfVersion4(experiment: Fields): Fields {
  return {
    ...experiment,
    ...withDesigns(experiment, designOfVersion4),
    assignment: withFields(ownValue(experiment, 'assignment'), { topUps: [] }),
    outcome: withFields(ownValue(experiment, 'outcome'), { carrots: [] }),
  };
}

function designOfVersion4(design: unknown): unknown {
  if (!isFields(design)) return design;
  return {
    ...design,
    attributes: eachOf(ownValue(design, 'attributes'), (attribute) => ({
      ...attribute,
      unknownName: null,
    })),
    arms: eachOf(ownValue(design, 'arms'), (arm) => ({ ...arm, expectedLift: null, run: null })),
    ...undecided,
  };
}

function experimentOfVersion5(experiment: Fields): Fields {
  const { design, analysis } = withDesigns(experiment, (each) =>
    withFields(each, { looks: undecided.looks }),
  );
  return {
    ...experiment,
    design,
    analysis: isFields(analysis) ? analysisOfVersion5(analysis) : analysis,
    conclusions: [],
  };
}

function analysisOfVersion5(analysis: Fields): Fields {
  const source = ownValue(analysis, 'source');
  const isDrawn = isFields(source) && ownValue(source, 'kind') === 'drawn';
  const everyRow = isFields(source) && ownValue(source, 'outcomeColumn') === null;
  return {
    ...usualReading,
    ...analysis,
    source: withFields(source, {
      ...noFurtherColumns,
      ...(isDrawn && { everyRow: everyRow ? 'responded' : 'nothing', furtherFiles: [] }),
    }),
  };
}

/** A filter was a rule of one condition, and categories were picked by hand. */
function ruleOfFilter(filter: Fields): Fields {
  const condition = ownValue(filter, 'kind') === 'category' ? { ...filter, drawn: null } : filter;
  return { isOn: true, exclude: false, any: [condition] };
}
