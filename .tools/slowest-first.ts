import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files of tests that take longest. On a machine that remembers no earlier run Vitest begins with the largest files;
 * some of these are small, would come last, and leave the other core with nothing to do.
 */
const slowest = [
  'tests/journeys/faults.test.ts',
  'tests/journeys/accessibility.test.ts',
  'tests/journeys/tools.test.ts',
  'tests/journeys/plans-that-do-not-fit.test.ts',
  'tests/journeys/stored-projects.test.ts',
  'tests/journeys/own-experiment.test.ts',
  'tests/journeys/sql-console.test.ts',
  'tests/corpus/corpus.test.ts',
  'tests/engine/fuzz-tables.test.ts',
  'tests/engine/fuzz-bytes.test.ts',
  'tests/engine/pollution/polluted-files.test.ts',
  'tests/engine/sql-project-queries.test.ts',
  'tests/engine/late-values.test.ts',
  'tests/core/stats/multiplicity/max-t.test.ts',
  'tests/features/tools/sample-size-address.test.ts',
];

/** Vitest's own order, but for the slowest files, which begin. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = new Map(slowest.map((file, place) => [join(this.ctx.config.root, file), place]));
    for (const file of places.keys())
      if (!existsSync(file)) throw new Error(`${file} is listed as slow and does not exist`);
    const placeOf = ({ moduleId }: TestSpecification) => places.get(moduleId) ?? slowest.length;
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
