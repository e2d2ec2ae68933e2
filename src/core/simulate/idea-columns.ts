import { columnsOf } from './sample-table.ts';

/**
 * Impact, confidence and ease are our own scores, 1 … 10. Automation: 자동화 (automated), 수작업 (by hand), 미운영 (not
 * run). Tier 1 is for now, tier 2 for later; none where the plan does not say yet.
 */
export const ideaColumns = columnsOf({
  idea_id: 'text',
  source: 'text',
  stage: 'text',
  tier: 'integer',
  automation: 'text',
  impact: 'integer',
  confidence: 'integer',
  ease: 'integer',
  name_ko: 'text',
  strategy_ko: 'text',
  trigger_ko: 'text',
  method_ko: 'text',
  target_ko: 'text',
  name_en: 'text',
  strategy_en: 'text',
  trigger_en: 'text',
  method_en: 'text',
  target_en: 'text',
});
