import { createApi, type LiveFigures } from '#libs/api-client';

import type { Urls } from './client.js';
import type { OpenCohort } from './cohort.js';
import type { DashboardView } from './shapes.js';
import { until } from './until.js';

/** What somebody sees who leaves the dashboard of a cohort open. */
export class Board {
  private moves = 0;
  private newest: LiveFigures | null = null;
  private readonly closing = new AbortController();
  private readonly watching: Promise<unknown>;

  constructor(
    urls: Urls,
    private readonly cohort: OpenCohort,
  ) {
    const api = createApi({ baseUrl: urls.quiz, accessToken: () => cohort.instructor.token });
    // The line is cut when the demo closes it; whatever it missed by then shows in the figures.
    this.watching = this.follow(api).catch((error: unknown) => error);
  }

  /** Waits until the open board says what the dashboard says when asked, and closes it. @returns what was wrong. */
  async close(): Promise<string[]> {
    const { instructor, cohortId, name } = this.cohort;
    const ask = () => instructor.call<DashboardView>('quiz', `/cohorts/${cohortId}/dashboard`);
    const failures: string[] = [];
    await until(`the open board of ${name} shows the figures of today`, async () => {
      const { totals } = await ask();
      return JSON.stringify(totals) === JSON.stringify(this.newest?.totals);
    }).catch((error: unknown) => failures.push(String(error)));
    this.closing.abort();
    await this.watching;
    console.log(
      `The open board of "${name}" moved ${this.moves} times by itself and ends at the figures of the dashboard`,
    );
    return failures;
  }

  private async follow(api: ReturnType<typeof createApi>): Promise<void> {
    const { signal } = this.closing;
    for await (const event of api.quiz.watchCohort(this.cohort.cohortId, { signal })) {
      if (event.kind !== 'figures') continue;
      this.moves += 1;
      this.newest = event.figures;
    }
  }
}
