/** What a test looks for: 'greater' is a treatment above the control (or a share above the value it is held against). */
export type Alternative = 'two-sided' | 'greater' | 'less';
