import type { OpenProblem } from '#engine/protocol.ts';

/** What the workspace has to tell that no answer to a call can carry. */
export interface WorkspaceEvents {
  /** The engine stopped and was opened again from the last save; `isOutOfMemory` where that was why. */
  onEngineRestart(isOutOfMemory: boolean): void;
  /** The engine cannot be loaded: the site has been replaced by a newer one, or the network is gone. */
  onEngineMissing(): void;
  /** The newest save was damaged, and the one before it is open. ISO date and time of that. */
  onFallBack(savedAt: string): void;
  /** What was open, now or at the last visit, cannot be opened again. */
  onProjectLost(problem: OpenProblem): void;
}
