import { maskFacts } from '#core/import/mask-facts.ts';
import { maskedAs } from '#core/import/personal-data.ts';
import { mixedUnitsSentence, noteSentence, reasonSentence } from '#text/column-reason.ts';
import { formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { ColumnGuess, PlanColumn } from './reading.ts';

/** What is worth knowing about a column before it is read: why it is of its kind, what does not fit, what is empty. */
export function columnRemarks(guess: ColumnGuess, column: PlanColumn): string[] {
  const t = catalogue().importing;
  const { reason, notes, mixedUnits } = quoting(guess, column);
  const said: string[] = [];
  if (column.kind !== guess.kind) {
    if (column.kind !== 'text') said.push(t.columns.overridden(t.kinds[column.kind]));
  } else {
    said.push(reasonSentence(reason));
    const hasUnfit = notes.some(({ code }) => code === 'unfit');
    if (guess.fitShare < 1 && !hasUnfit && column.kind !== 'text') {
      const isNear = guess.fitShare > 0.995;
      const share = formatShare(guess.fitShare, language.code);
      said.push(isNear ? t.columns.fitNearly : t.columns.fit(share));
    }
    for (const note of notes) said.push(noteSentence(note, column.format));
    if (mixedUnits.length > 0) said.push(mixedUnitsSentence(mixedUnits));
  }
  if (guess.emptyShare > 0) {
    said.push(t.columns.empty(formatShare(guess.emptyShare, language.code)));
  }
  return said;
}

/** What the guess says, with the values hidden that it quotes of a column which the reader marked as personal. */
function quoting(
  { personal, reason, notes, mixedUnits }: ColumnGuess,
  column: PlanColumn,
): Pick<ColumnGuess, 'reason' | 'notes' | 'mixedUnits'> {
  const facts = { reason, notes, mixedUnits };
  const kind = maskedAs(column);
  return kind === null || personal !== null ? facts : maskFacts(facts, kind);
}
