import { describe, expect, it } from 'vitest';
import { listName, type Assignment } from '#core/assignment/assignment.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { customerSource } from '#core/history/customer-source.ts';
import { recordAssignment, recordTopUp, startExperiment } from '#core/history/edit-experiment.ts';
import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import { rolloutListAlgorithm, type RolloutList } from '#core/rollout/list/rollout-list.ts';
import { usualPlan } from '#features/rollout/rollout-plan.ts';
import { recordRolloutList } from '#core/history/edit-rollout.ts';
import { drawsToRepeat } from '#workspace/draw-again.ts';
import { deckDesign } from '../engine/deck-design.ts';
import { openEngine, value, type TestEngine } from '../engine/open-engine.ts';

const design: Design = { ...deckDesign(), eligibility: [], attributes: [] };
const counts = [[4, 3]];
const experiment = 1;

function customers(from: number, to: number): string {
  const ids = Array.from({ length: to - from }, (_, at) => `고객${from + at}`);
  return `customer_id\n${ids.join('\n')}\n`;
}

/** A project with a customer table, in which waves are drawn as the screen draws them. */
class Project {
  readonly engine: TestEngine;
  document: ProjectDocument;

  constructor(engine: TestEngine) {
    this.engine = engine;
    this.document = startExperiment(emptyDocument('p'), { name: 'spring', createdAt: 'then', design });
  } // prettier-ignore

  /** Takes the customer table's place. */
  async bring(text: string) {
    const table = value(await this.engine.importText(text, { tableRole: 'customers' }));
    this.document = { ...this.document, tables: [table] };
  }

  get assignment(): Assignment | null {
    return this.document.experiments[0]?.assignment ?? null;
  }

  #asked(seed: string) {
    const source = customerSource(this.document);
    if (!source) throw new Error('No customers');
    return { source, design, rules: defaultStageRules, running: [], experiment, seed, counts, drawnAt: 'now' };
  } // prettier-ignore

  async draw(seed: string) {
    const { assignment } = this;
    const replaces = assignment && { replaces: listName(assignment) };
    const drawn = value(await this.engine.request('draw', { ...this.#asked(seed), ...replaces }));
    this.document = recordAssignment(this.document, experiment, drawn);
  }

  async topUp() {
    const wave = value(await this.engine.request('top-up', this.#asked(this.assignment?.seed ?? '')));
    this.document = recordTopUp(this.document, experiment, wave);
  } // prettier-ignore

  /** A rollout list in the place of the one there is. */
  async rollOut(seed: string) {
    const [known] = this.document.experiments[0]?.rollout?.lists ?? [];
    const carrots = ['b'];
    const asked = { ...this.#asked(seed), experiment: null, tested: null, earlier: [], carrots, plan: usualListPlan };
    const drawn = value(await this.engine.request('draw-rollout', { ...asked, list: 9, seed, counts, ...(known && { replaces: known.listFingerprint }) }));
    const list: RolloutList = { ...drawn, id: 9, algorithm: rolloutListAlgorithm, seed, design, plan: usualListPlan, holdoutShare: 0.5, carrots, counts, runningExperiments: [], drawnAt: 'now', forecast: null, outcome: null };
    this.document = recordRolloutList(this.document, experiment, usualPlan('b'), list);
  } // prettier-ignore

  /** A step of Undo or Redo to a document of before. */
  async step(to: ProjectDocument) {
    const repeat = drawsToRepeat(this.document, to);
    this.document = to;
    await repeat?.((name, params) => this.engine.request(name, params));
  }

  list(): unknown[][] {
    return this.engine.engine.database.all(
      'SELECT customer, cell, arm FROM carrotlab_assignment ORDER BY rowid',
    );
  }
}

describe('undo of a list in waves', () => {
  it('takes waves off and puts them back, to the last customer', async () => {
    const project = new Project(openEngine());
    await project.bring(customers(0, 60));
    await project.draw('one');
    const [first, firstList] = [project.document, project.list()];
    await project.topUp();
    const [second, secondList] = [project.document, project.list()];
    await project.topUp();
    const [third, thirdList] = [project.document, project.list()];
    expect(thirdList).toHaveLength(21);
    await project.step(second);
    expect(project.list()).toEqual(secondList);
    await project.step(first);
    expect(project.list()).toEqual(firstList);
    await project.step(second);
    await project.step(third);
    expect(project.list()).toEqual(thirdList);
    // Another draw drops the waves; Undo and Redo go to and fro between the two lists.
    await project.draw('two');
    const [other, otherList] = [project.document, project.list()];
    expect(otherList).toHaveLength(7);
    await project.step(third);
    expect(project.list()).toEqual(thirdList);
    await project.step(other);
    expect(project.list()).toEqual(otherList);
  });

  it('brings back the very list, where its seed would draw another one from the customers of now', async () => {
    const project = new Project(openEngine());
    await project.bring(customers(0, 40));
    await project.draw('one');
    await project.bring(customers(20, 80));
    await project.topUp();
    const [before, list] = [project.document, project.list()];
    await project.draw('two');
    await project.step(before);
    expect(project.list()).toEqual(list);
  });
});

describe('undo of a rollout list', () => {
  it('brings the replaced list back as it was, and draws it again by its seed where it is not kept', async () => {
    const project = new Project(openEngine());
    await project.bring(customers(0, 60));
    await project.rollOut('one');
    const [first, firstList] = [project.document, project.list()];
    expect(firstList).toHaveLength(7);
    await project.rollOut('two');
    const [second, secondList] = [project.document, project.list()];
    expect(secondList).not.toEqual(firstList);
    await project.step(first);
    expect(project.list()).toEqual(firstList);
    await project.step(second);
    expect(project.list()).toEqual(secondList);
    project.engine.engine.shelf.clear();
    await project.step(first);
    expect(project.list()).toEqual(firstList);
    expect(drawsToRepeat(first, first)).toBeNull();
  });
});
