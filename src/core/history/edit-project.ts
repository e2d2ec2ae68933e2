import type { StageRules } from '../customers/journey.ts';
import type { ProjectDocument } from './project-document.ts';

/** Changes the name of the project. */
export function renameProject(document: ProjectDocument, name: string): ProjectDocument {
  return { ...document, name };
}

/** The day at which customers are looked at, as an ISO date; empty text is no day. Designs keep their own. */
export function setAsOf(document: ProjectDocument, asOf: string | null): ProjectDocument {
  return { ...document, asOf: asOf === '' ? null : asOf };
}

/** The limits between the journey stages. */
export function setStageRules(document: ProjectDocument, stageRules: StageRules): ProjectDocument {
  return { ...document, stageRules };
}

/** The completed months that divide the dormancy bands, put in order, each once. */
export function setDormancyCuts(
  document: ProjectDocument,
  dormancyCuts: readonly number[],
): ProjectDocument {
  return { ...document, dormancyCuts: [...new Set(dormancyCuts)].sort((a, b) => a - b) };
}

/** The currency in which money is shown, as an ISO 4217 code. */
export function setCurrency(document: ProjectDocument, currency: string): ProjectDocument {
  return { ...document, currency };
}
