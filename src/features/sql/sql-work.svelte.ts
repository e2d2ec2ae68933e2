import { untrack } from 'svelte';
import { problemFacts } from '#core/sql/query-answer.ts';
import type { SqlPlace } from '#core/sql/read-statement.ts';
import { removeQuery, saveQuery } from '#core/history/edit-queries.ts';
import { sqlWords } from '#text/sql/sql-words.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { undoOffer } from '#ui/undo-offer.ts';
import { keepDraft, readDraft } from '#workspace/query-draft.ts';
import { sqlConsole } from '#workspace/sql-console.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { CodeEditor } from './code-editor.ts';

/** The query that is being written: its text, and what can be done with it. */
export class SqlWork {
  readonly #projectId: string;
  readonly #first: string;
  #text = $state('');
  #editor = $state.raw<CodeEditor | null>(null);

  /** `projectId`: whose draft it is. `first`: what stands there where there is no draft. */
  constructor(projectId: string, first: () => string) {
    this.#projectId = projectId;
    this.#first = untrack(first);
    this.#text = readDraft(projectId) ?? this.#first;
  }

  get text(): string {
    return this.#text;
  }

  get editor(): CodeEditor | null {
    return this.#editor;
  }

  /** The place of an error, as long as the text is the one that has it. */
  readonly wrong = $derived.by((): SqlPlace | null => {
    const { outcome } = sqlConsole;
    if (outcome?.kind !== 'problem' || outcome.sql !== this.#text) return null;
    return problemFacts(outcome.problem).place;
  });

  opened(editor: CodeEditor): void {
    this.#editor = editor;
    // What was chosen while it was still being opened.
    editor.replace(this.#text);
  }

  changed(text: string): void {
    this.#text = text;
    keepDraft(this.#projectId, text);
  }

  /** Puts another query in place of this one. Undo in the editor brings the old one back. */
  replace(text: string): void {
    if (this.#editor) this.#editor.replace(text);
    else this.changed(text);
  }

  /** Opens a query that came from outside, and offers the way back to the one that stood there. */
  receive(text: string): void {
    const before = this.#text;
    this.replace(text);
    if (before.trim() === '' || before === text || before === this.#first) return;
    const t = sqlWords().editor;
    toasts.say(t.replaced, { label: t.bringBack, run: () => this.replace(before) });
  }

  run(): void {
    void sqlConsole.run(this.#text);
  }

  plan(): void {
    void sqlConsole.plan(this.#text);
  }

  correct(place: SqlPlace, insert: string): void {
    this.#editor?.exchange(place, insert);
  }

  insert(text: string): void {
    if (this.#editor) this.#editor.insert(text);
    else this.changed(`${this.#text}${text}`);
  }

  save(name: string): void {
    const t = sqlWords().saved;
    workspace.change(t.undo(name), (document) => saveQuery(document, name, this.#text));
    toasts.say(t.saved(name));
  }

  remove(id: number, name: string): void {
    const t = sqlWords().saved;
    const edit = workspace.change(t.undoRemove(name), (document) => removeQuery(document, id));
    toasts.say(t.removed(name), undoOffer(edit));
  }
}
