import type { SqlJsConfig } from 'sql.js';

/** Without the old extension functions `log()` is the common logarithm of SQLite, not their natural one. */
export const sqlOptions = { useOldExtensionFunctions: false } as SqlJsConfig;
