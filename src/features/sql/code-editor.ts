import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
  type DecorationSet,
} from '@codemirror/view';
import type { KnownTable } from '#core/sql/mentioned-tables.ts';
import { suggestions } from '#core/sql/complete.ts';
import type { SqlPlace } from '#core/sql/read-statement.ts';
import { highlighting } from './highlighting.ts';
import { editorTheme } from './editor-theme.ts';

export interface CodeEditorOptions {
  /** Where it goes. It lives in a shadow root there: our policy lets styles be adopted by one, and nothing else. */
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onchange: (text: string) => void;
  readonly onrun: () => void;
  readonly names: () => { tables: readonly KnownTable[]; functions: readonly string[] };
}

/** Where an error is, or null. */
const markPlace = StateEffect.define<SqlPlace | null>();

const markedPlace = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markPlace)) continue;
      const length = transaction.state.doc.length;
      const from = Math.min(effect.value?.from ?? 0, length);
      const to = Math.min(effect.value?.to ?? 0, length);
      return from < to
        ? Decoration.set(Decoration.mark({ class: 'wrong' }).range(from, to))
        : Decoration.none;
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * What is typed over a selection replaces it here: the browser would do so with a style attribute that keeps the colour
 * of what was selected, which our policy refuses.
 */
function typeOverSelection(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const text = event.data;
  if (empty || event.isComposing || event.inputType !== 'insertText' || !text) return false;
  event.preventDefault();
  const transaction = () =>
    view.state.update(view.state.replaceSelection(text), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
  const isTaken = view.state
    .facet(EditorView.inputHandler)
    .some((handle) => handle(view, from, to, text, transaction));
  if (!isTaken) view.dispatch(transaction());
  return true;
}

/** The editor of the SQL console. */
export class CodeEditor {
  readonly #view: EditorView;
  readonly #attributes = new Compartment();
  readonly #options: CodeEditorOptions;

  constructor(options: CodeEditorOptions) {
    this.#options = options;
    const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({ doc: options.text, extensions: this.#extensions() }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Puts another text in place of the whole one; Undo brings the old one back. */
  replace(text: string): void {
    if (text === this.text) return;
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: { anchor: text.length },
      userEvent: 'input.replace',
    });
  }

  /** Puts a text at the cursor, in place of what is selected. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text), { userEvent: 'input.insert' });
    this.focus();
  }

  /** Puts a text in place of a part. */
  exchange({ from, to }: SqlPlace, text: string): void {
    this.#view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.replace',
    });
    this.focus();
  }

  /** Underlines a place, until the text changes. */
  mark(place: SqlPlace | null): void {
    this.#view.dispatch({ effects: markPlace.of(place) });
  }

  /** Goes to a place. */
  goTo({ from, to }: SqlPlace): void {
    this.#view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Names the editor in another language. */
  rename(label: string, hint: string): void {
    this.#view.dispatch({ effects: this.#attributes.reconfigure(this.#named(label, hint)) });
  }

  close(): void {
    this.#view.destroy();
  }

  #extensions() {
    const { label, placeholder: hint, onchange, onrun } = this.#options;
    const run = () => {
      onrun();
      return true;
    };
    return [
      // Tab takes a suggestion where one is open; else it goes on to the next control, as everywhere on the page.
      keymap.of([
        { key: 'Mod-Enter', run, preventDefault: true },
        { key: 'Tab', run: acceptCompletion },
      ]),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      bracketMatching(),
      closeBrackets(),
      EditorState.languageData.of(() => [
        { commentTokens: { line: '--', block: { open: '/*', close: '*/' } } },
      ]),
      autocompletion({ override: [(context) => this.#complete(context)], icons: false }),
      highlighting(() => this.#options.names().tables),
      markedPlace,
      editorTheme,
      EditorView.lineWrapping,
      EditorView.domEventHandlers({
        beforeinput: typeOverSelection,
        // An input method writes into the selection itself: it finds it empty.
        compositionstart: (_event, view) => {
          if (!view.state.selection.main.empty) view.dispatch(view.state.replaceSelection(''));
        },
      }),
      this.#attributes.of(this.#named(label, hint)),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onchange(update.state.doc.toString());
      }),
    ];
  }

  #named(label: string, hint: string) {
    return [
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      placeholder(hint),
    ];
  }

  #complete(context: CompletionContext): CompletionResult | null {
    const { tables, functions } = this.#options.names();
    const found = suggestions(context.state.doc.toString(), context.pos, tables, functions);
    const isBegun = found && found.from < context.pos;
    const afterDot = context.matchBefore(/\./) !== null;
    if (!found || !(isBegun || afterDot || context.explicit)) return null;
    return {
      from: found.from,
      options: found.list.map(({ label, insert, kind, of, rank }) => ({
        label,
        apply: insert,
        type: kind,
        boost: rank * 10,
        ...(of !== null && { detail: of }),
      })),
    };
  }
}
