import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';

import { DataSource } from 'typeorm';

import type { RegradeResponse } from '../../apps/quiz/src/regrades/regrades.dto.js';
import { seedRegrade } from './regrade-seed.js';
import { RegradeTarget } from './regrade-target.js';

export interface RegradeMeasured {
  readonly attempts: number;
  readonly previewSeconds: number;
  readonly applySeconds: number;
  readonly restRssMb: number;
  readonly peakRssMb: number;
  readonly summary: RegradeResponse['summary'];
}

/** Dry run and application over this many attempts of ten questions, with the memory of the process that does it. */
export async function measureRegrade(databaseUrl: string, attempts: number): Promise<RegradeMeasured> {
  const program = fileURLToPath(new URL('./regrade-server.js', import.meta.url));
  const target = await RegradeTarget.start(program, databaseUrl);
  const database = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  try {
    const section = await seedRegrade(database, attempts);
    const restRssMb = await target.memoryMb();
    const until = async (state: string, regradeId: string) => {
      const begun = performance.now();
      for (;;) {
        const regrade = await target.read(section, regradeId);
        if (regrade.state === state) return { regrade, seconds: (performance.now() - begun) / 1_000 };
        if (regrade.state === 'failed') throw new Error(`The regrade failed: ${regrade.failure ?? ''}`);
        await delay(100);
      }
    };
    const { id } = await target.make(section);
    const previewed = await until('previewed', id);
    await target.apply(section, id);
    const applied = await until('applied', id);
    const { summary } = applied.regrade;
    const figures = { previewSeconds: previewed.seconds, applySeconds: applied.seconds };
    return { attempts, ...figures, restRssMb, peakRssMb: await target.memoryMb(), summary };
  } finally {
    await database.destroy();
    await target.kill();
  }
}
