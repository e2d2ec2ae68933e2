import { EditorView } from '@codemirror/view';

const mono = "ui-monospace, 'SF Mono', Menlo, Consolas, monospace, 'Pretendard Variable'";

/** The editor in the colours of the page; they reach into its shadow root as custom properties. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'var(--panel)', color: 'var(--ink)', fontSize: '13.5px' },
  '&.cm-focused': { outline: '2px solid var(--carrot)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.6', minHeight: '152px', maxHeight: '46vh' },
  '.cm-content': { caretColor: 'var(--carrot)', padding: '10px 0', minHeight: '152px' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ink-3)',
    border: '0',
    minWidth: '38px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--carrot)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--carrot) 24%, transparent)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--carrot-soft)',
    outline: '1px solid var(--rule-strong)',
  },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.keyword': { color: 'var(--arm-1)', fontWeight: '600' },
  '.text': { color: 'var(--leaf)' },
  '.number': { color: 'var(--arm-4)' },
  '.comment': { color: 'var(--ink-3)', fontStyle: 'italic' },
  '.table': { color: 'var(--carrot)' },
  '.wrong': {
    textDecoration: 'underline wavy var(--alarm)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '4px',
    backgroundColor: 'var(--alarm-soft)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: mono, maxHeight: '15em' },
  '.cm-tooltip-autocomplete ul li': { padding: '3px 10px !important' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--carrot-soft) !important',
    color: 'var(--ink) !important',
  },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
  '.cm-completionMatchedText': {
    textDecoration: 'none',
    color: 'var(--carrot)',
    fontWeight: '600',
  },
});
