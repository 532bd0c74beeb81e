import type { DataSource } from 'typeorm';

import { dropDryRuns } from './changes.queries.js';

/** Rows of one transaction: a fraction of a second. */
const rowsAtOnce = 5_000;

/** Takes away the lists of dry runs that nobody decides by any more, in short transactions; stopped half-way it is run again. */
export async function dropOldDryRuns(
  dataSource: DataSource,
  before: Date,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  let total = 0;
  // Ends with the first batch that is not full: what is older than a fixed moment grows no more.
  for (;;) {
    const dropped = await dataSource.transaction((manager) => dropDryRuns(manager, { before, limit: rowsAtOnce }));
    total += dropped;
    onProgress(total);
    if (dropped < rowsAtOnce) return total;
  }
}
