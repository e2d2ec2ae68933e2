import { describe, expect, it } from 'vitest';
import { customerSource } from '#core/history/customer-source.ts';
import {
  editDesign,
  freezeExperiment,
  openExperiment,
  planAnalysis,
  planRollout,
  recordAssignment,
  recordOutcome,
  removeExperiment,
  renameExperiment,
  startExperiment,
} from '#core/history/edit-experiment.ts';
import { addIdea, addIdeas, editIdea, removeIdea } from '#core/history/edit-ideas.ts';
import {
  renameProject,
  setAsOf,
  setCurrency,
  setDormancyCuts,
  setStageRules,
} from '#core/history/edit-project.ts';
import {
  addTable,
  changeColumnRole,
  changeTableRole,
  removeTable,
  renameTable,
} from '#core/history/edit-tables.ts';
import { experimentState } from '#core/history/experiment-state.ts';
import { outcomeOf } from '#core/history/outcome.ts';
import {
  emptyDocument,
  type Experiment,
  type ProjectDocument,
} from '#core/history/project-document.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { deckDesign } from '../design/deck-design.ts';
import { columnsPlan, plantedByColumns } from '../results/planted-experiment.ts';
import { customersTable, fullDocument, fullExperiment, ordersTable } from './full-document.ts';

const empty = emptyDocument('new');
const createdAt = '2026-01-01T00:00:00Z';
const idea = { name: 'Stamp', target: '40대', impact: 5, confidence: 5, ease: 5 };

function experimentOf(document: ProjectDocument, id: number): Experiment {
  const found = document.experiments.find((experiment) => experiment.id === id);
  if (!found) throw new Error(`no experiment ${id}`);
  return found;
}

describe('ideas', () => {
  it('get an id of their own, even after one was removed', () => {
    const two = addIdeas(empty, [idea, { ...idea, name: 'Card' }]);
    expect(two.ideas.map(({ id, name }) => [id, name])).toEqual([
      [1, 'Stamp'],
      [2, 'Card'],
    ]);
    expect(addIdea(removeIdea(two, 2), idea).ideas.map(({ id }) => id)).toEqual([1, 3]);
  });

  it('are changed one at a time, and an unknown one changes nothing', () => {
    const one = addIdea(empty, idea);
    expect(editIdea(one, 1, { ease: 9 }).ideas[0]).toEqual({ ...idea, id: 1, ease: 9 });
    expect(editIdea(one, 5, { ease: 9 })).toBe(one);
    expect(removeIdea(one, 5)).toBe(one);
  });

  it('leave their experiments behind when they are removed', () => {
    const document = removeIdea(fullDocument, 1);
    expect(document.ideas).toEqual([]);
    expect(experimentOf(document, 2)).toEqual({ ...fullExperiment, ideaId: null });
  });
});

describe('an experiment', () => {
  it('starts from an idea, open and empty', () => {
    const document = startExperiment(addIdea(empty, idea), { name: 'E', createdAt, ideaId: 1 });
    expect(document).toMatchObject({ currentExperiment: 2, nextId: 3 });
    expect(experimentOf(document, 2)).toEqual({
      id: 2,
      name: 'E',
      createdAt,
      ideaId: 1,
      design: null,
      freeze: null,
      versionOf: null,
      assignment: null,
      analysis: null,
      outcome: null,
      conclusions: [],
      rollout: null,
    });
  });

  it('forgets an idea that does not exist', () => {
    const document = startExperiment(empty, { name: 'E', createdAt, ideaId: 9 });
    expect(experimentOf(document, 1).ideaId).toBe(null);
  });

  it('is renamed, opened and removed, and the latest of the others opens', () => {
    expect(experimentOf(renameExperiment(fullDocument, 3, 'B'), 3).name).toBe('B');
    expect(openExperiment(fullDocument, 3).currentExperiment).toBe(3);
    expect(openExperiment(fullDocument, null).currentExperiment).toBe(null);
    expect(openExperiment(fullDocument, 99)).toBe(fullDocument);
    expect(removeExperiment(fullDocument, 2)).toMatchObject({ currentExperiment: 3 });
    expect(removeExperiment(fullDocument, 3)).toMatchObject({ currentExperiment: 2 });
    const none = removeExperiment(removeExperiment(fullDocument, 2), 3);
    expect(none).toMatchObject({ experiments: [], currentExperiment: null });
  });

  it('keeps a design that is drawn or frozen', () => {
    expect(editDesign(fullDocument, 2, deckDesign)).toEqual({
      ok: false,
      problem: { code: 'design-is-drawn', drawnAt: '2017-03-26T09:30:00Z', customers: 3600 },
    });
    const { freeze } = fullExperiment;
    if (!freeze) throw new Error('The full experiment has a freeze.');
    const open = startExperiment(empty, { name: 'E', createdAt, design: deckDesign });
    const frozen = freezeExperiment(open, 1, freeze);
    expect(experimentOf(frozen, 1).freeze).toEqual(freeze);
    expect(editDesign(frozen, 1, deckDesign)).toEqual({
      ok: false,
      problem: { code: 'design-is-frozen', frozenAt: freeze.frozenAt },
    });
    // There is nothing to freeze in an experiment that was run elsewhere.
    expect(experimentOf(freezeExperiment(fullDocument, 3, freeze), 3).freeze).toBe(null);
  });

  it('keeps the reading of a finished file when its design is edited', () => {
    const read = recordOutcome(fullDocument, 3, fullExperiment.outcome);
    const edited = editDesign(read, 3, deckDesign);
    expect(edited.ok && experimentOf(edited.value, 3)).toEqual({
      ...experimentOf(read, 3),
      design: deckDesign,
    });
  });

  it('loses the old finding when it is drawn or planned anew', () => {
    const assignment = fullExperiment.assignment;
    if (!assignment) throw new Error();
    const drawn = experimentOf(recordAssignment(fullDocument, 2, { ...assignment, seed: '8' }), 2);
    expect(drawn).toMatchObject({ assignment: { seed: '8' }, outcome: null });
    const planned = planAnalysis(fullDocument, 2, columnsPlan);
    expect(experimentOf(planned, 2)).toMatchObject({ analysis: columnsPlan, outcome: null });
    expect(experimentOf(planRollout(fullDocument, 2, null), 2).rollout).toBe(null);
  });

  it('keeps the same document when the same outcome is found again', () => {
    const same = recordOutcome(fullDocument, 2, structuredClone(fullExperiment.outcome));
    expect(same).toBe(fullDocument);
    expect(experimentOf(recordOutcome(fullDocument, 2, null), 2).outcome).toBe(null);
  });

  it('is left alone by an edit of an unknown id', () => {
    expect(renameExperiment(fullDocument, 99, 'x')).toBe(fullDocument);
    expect(editDesign(fullDocument, 99, deckDesign)).toEqual({ ok: true, value: fullDocument });
  });

  it('goes from draft to drawn to read to rolled out', () => {
    const { design, assignment, analysis, outcome, rollout } = fullExperiment;
    const draft = { ...fullExperiment, design: null, assignment: null, analysis: null, outcome: null, rollout: null }; // prettier-ignore
    expect(experimentState(draft)).toEqual({
      progress: 'draft',
      missing: ['design', 'assignment', 'analysis', 'outcome', 'rollout'],
    });
    const designed = { ...draft, design };
    expect(experimentState(designed).missing[0]).toBe('assignment');
    expect(experimentState({ ...designed, rollout }).progress).toBe('draft');
    const drawn = { ...designed, assignment };
    expect(experimentState(drawn)).toEqual({
      progress: 'drawn',
      missing: ['analysis', 'outcome', 'rollout'],
    });
    expect(experimentState({ ...drawn, analysis, outcome })).toEqual({
      progress: 'read',
      missing: ['rollout'],
    });
    expect(experimentState({ ...drawn, analysis, outcome, rollout })).toEqual({
      progress: 'rolled-out',
      missing: [],
    });
  });

  it('needs neither design nor draw when it was run elsewhere', () => {
    expect(experimentState(experimentOf(fullDocument, 3))).toEqual({
      progress: 'draft',
      missing: ['outcome', 'rollout'],
    });
  });

  it('is remembered by its best carrot', () => {
    const analysis = analyseExperiment(plantedByColumns, columnsPlan);
    const outcome = analysis.ok ? outcomeOf(analysis.value) : null;
    expect(outcome).toMatchObject({ bestArm: 'POINT', customers: 3600 });
    expect(outcome?.difference).toBeCloseTo(69 / 900, 12);
    expect(outcome?.pValueAdjusted).toBeLessThan(1e-9);
    const lone = analyseExperiment({ ...plantedByColumns, arms: ['CONTROL'] }, columnsPlan);
    expect(lone.ok && outcomeOf(lone.value)).toBe(null);
  });
});

describe('tables', () => {
  const members = { ...customersTable, name: 'members' };

  it('name where customers and orders come from', () => {
    expect(customerSource(fullDocument)).toEqual({
      table: 'customers',
      idColumn: 'customer_id',
      lastPurchaseColumn: 'last_purchase_date',
      transactions: {
        table: 'orders',
        customerColumn: 'member',
        dateColumn: 'day',
        orderColumn: null,
        amountColumn: 'won',
      },
    });
  });

  it('are no source without a customer id', () => {
    expect(customerSource(empty)).toBe(null);
    expect(customerSource(changeColumnRole(fullDocument, 'customers', 'customer_id', 'none'))).toBe(null); // prettier-ignore
    expect(customerSource(changeTableRole(fullDocument, 'customers', 'other'))).toBe(null);
  });

  it('are no source of dates that were read as text', () => {
    const asText = (table: typeof customersTable): typeof customersTable => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, kind: 'text' })),
    });
    const document = { ...fullDocument, tables: [asText(customersTable), asText(ordersTable)] };
    expect(customerSource(document)).toMatchObject({
      lastPurchaseColumn: null,
      transactions: null,
    });
  });

  it('give way to a newer one of the same sole role, and are replaced by name', () => {
    const added = addTable(fullDocument, members);
    expect(added.tables.map(({ name, role }) => [name, role])).toEqual([
      ['customers', 'other'],
      ['orders', 'transactions'],
      ['members', 'customers'],
    ]);
    const again = addTable(added, { ...members, rowCount: 5 });
    expect(again.tables.map(({ rowCount }) => rowCount)).toEqual([24_000, 61_643, 5]);
    const back = changeTableRole(added, 'customers', 'customers');
    expect(back.tables.map(({ role }) => role)).toEqual(['customers', 'transactions', 'other']);
  });

  it('may be many for finished experiments', () => {
    const trial = { ...members, name: 'trial', role: 'experiment' } as const;
    const two = addTable(addTable(fullDocument, trial), { ...trial, name: 'trial 2' });
    expect(two.tables.filter(({ role }) => role === 'experiment').length).toBe(2);
  });

  it('are removed and relabelled by name', () => {
    expect(removeTable(fullDocument, 'orders').tables).toEqual([customersTable]);
    expect(removeTable(fullDocument, 'nothing')).toBe(fullDocument);
    expect(renameTable(fullDocument, 'orders', 'Orders').tables[1]).toEqual({
      ...ordersTable,
      label: 'Orders',
    });
    expect(changeTableRole(fullDocument, 'nothing', 'customers')).toBe(fullDocument);
  });

  it('have one column per role, except outcomes, amounts and columns without a role', () => {
    const moved = changeColumnRole(fullDocument, 'customers', 'points_balance', 'customer-id');
    expect(moved.tables[0]?.columns.map(({ role }) => role)).toEqual([
      'none',
      'last-purchase',
      'customer-id',
    ]);
    expect(moved.tables[1]).toBe(ordersTable);
    const outcomes = ['customer_id', 'points_balance'].reduce(
      (document, column) => changeColumnRole(document, 'customers', column, 'outcome'),
      fullDocument,
    );
    expect(outcomes.tables[0]?.columns.map(({ role }) => role)).toEqual([
      'outcome',
      'last-purchase',
      'outcome',
    ]);
  });
});

describe('a project', () => {
  it('takes its name, day, currency, stage rules and dormancy cuts', () => {
    expect(renameProject(empty, 'spring').name).toBe('spring');
    expect(setAsOf(empty, '2017-03-26').asOf).toBe('2017-03-26');
    expect(setAsOf(fullDocument, '').asOf).toBe(null);
    expect(setCurrency(empty, 'USD').currency).toBe('USD');
    expect(setDormancyCuts(empty, [6, 1, 3, 3]).dormancyCuts).toEqual([1, 3, 6]);
    const rules = { inactiveFromMonths: 2, newUpToOrders: 1, wakeUpGapMonths: 12 };
    expect(setStageRules(empty, rules).stageRules).toEqual(rules);
  });

  it('is never changed in place', () => {
    const before = JSON.stringify(fullDocument);
    removeIdea(fullDocument, 1);
    addTable(fullDocument, { ...customersTable, name: 'members' });
    editDesign(fullDocument, 3, deckDesign);
    changeColumnRole(fullDocument, 'customers', 'points_balance', 'customer-id');
    expect(JSON.stringify(fullDocument)).toBe(before);
  });
});
