import type { StageRules } from '../../customers/journey.ts';
import type { CustomerSource } from '../../customers/variable.ts';
import type { Design } from '../../design/design.ts';
import type { ChannelConsent } from '../list/list-plan.ts';
import type { PolicyQuestion } from './find-policy.ts';
import type { PolicyReach } from './policy-parts.ts';

/** The customers who are eligible, and what each channel asks of them. */
export interface ConsentQuestion {
  readonly source: CustomerSource;
  readonly design: Design;
  readonly rules: StageRules;
  /** Ids of the other experiments that are running. */
  readonly running: readonly number[];
  readonly asking: readonly ChannelConsent[];
}

/** What is asked of a policy: the counts and the money, and whom it may reach. */
export interface PolicyAsked {
  readonly question: Omit<PolicyQuestion, 'parts'>;
  readonly reach: Omit<PolicyReach, 'consent'>;
  /** Null where nobody has to consent. */
  readonly consents: ConsentQuestion | null;
}
