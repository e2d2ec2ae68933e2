import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { keywords } from '#core/sql/keywords.ts';
import { isSameName, type KnownTable } from '#core/sql/mentioned-tables.ts';
import { nameOf, tokens, type Token } from '#core/sql/tokens.ts';

const words = new Set(keywords);
const marks = new Map(
  ['keyword', 'text', 'number', 'comment', 'table', 'wrong'].map((name) => [
    name,
    Decoration.mark({ class: name }),
  ]),
);

/**
 * Colours SQL by our own reading of it, which knows that Hangul makes names. CodeMirror's SQL language does not, and
 * weighs as much as the rest of the console.
 */
export function highlighting(tables: () => readonly KnownTable[]) {
  const colour = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    for (const token of tokens(view.state.doc.toString())) {
      const mark = marks.get(classOf(token, tables()) ?? '');
      if (mark) builder.add(token.from, token.to, mark);
    }
    return builder.finish();
  };
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = colour(view);
      }

      update({ docChanged, view }: ViewUpdate) {
        if (docChanged) this.decorations = colour(view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function classOf(token: Token, tables: readonly KnownTable[]): string | null {
  const { kind, text } = token;
  if (kind === 'text' || kind === 'number' || kind === 'comment') return kind;
  if (kind === 'blob') return 'text';
  if (kind === 'illegal') return 'wrong';
  if (kind === 'name' && words.has(text.toUpperCase())) return 'keyword';
  const name = nameOf(token);
  return name !== null && tables.some((table) => isSameName(table.name, name)) ? 'table' : null;
}
