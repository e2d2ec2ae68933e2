import type { StopDecision } from '#core/results/over-time/over-time.ts';
import { overTimeWords } from '#text/over-time/over-time-words.ts';

/** Whether one may stop, in one sentence. `day`: writes an ISO day. */
export function stopSentence(
  decision: StopDecision,
  arm: string,
  day: (iso: string) => string,
): string {
  const t = overTimeWords().decision;
  switch (decision.code) {
    case 'look-once':
      return decision.isOver ? t.lookOver(arm) : t.lookOnce(arm);
    case 'may-stop':
      return decision.isBetter ? t.better(arm, day(decision.day)) : t.worse(arm, day(decision.day));
    case 'go-on':
      return decision.nextLook === null ? t.goOn(arm) : t.nextLook(arm, day(decision.nextLook));
    case 'ended':
      return t.ended(arm);
    case 'window-needed':
      return t.windowNeeded(arm);
    case 'spread-unevenly':
      return t.uneven(arm);
  }
}
