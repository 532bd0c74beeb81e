import { Injectable } from '@nestjs/common';
import type { DataOf, QuestionAnalysed } from '#libs/contracts';
import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** How questions do, as `quiz` announces it. */
@Injectable()
export class ItemsService {
  /** News that come late or twice change nothing: the moment of the analysis decides. */
  async keep(manager: EntityManager, analysed: DataOf<typeof QuestionAnalysed>): Promise<void> {
    const { questionId, questionVersion, attempts, facility, discrimination, flags, openChallenges } = analysed;
    await rows(
      manager,
      `INSERT INTO question_statistics AS known (question_id, version, attempts, facility, discrimination, flags,
         open_challenges, analysed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (question_id, version) DO UPDATE SET attempts = excluded.attempts, facility = excluded.facility,
         discrimination = excluded.discrimination, flags = excluded.flags, open_challenges = excluded.open_challenges,
         analysed_at = excluded.analysed_at
       WHERE known.analysed_at < excluded.analysed_at`,
      [questionId, questionVersion, attempts, facility, discrimination, flags, openChallenges, analysed.analysedAt],
    );
  }
}
