import { randomUUID } from 'node:crypto';

import type { Policy } from '#libs/contracts';

import type { AttemptResponse } from './src/attempts/attempts.dto.js';
import { RegradeJobsService } from './src/regrades/regrade-jobs.service.js';
import type { MakeRegradeRequest, RegradeChangeResponse, RegradeResponse } from './src/regrades/regrades.dto.js';
import { answerTo, deliverGrades, introduce, publish, singleChoice } from './test-events.js';
import { type Actor, learner, type QuizUnderTest } from './test-support.js';

/** The right option of question `at` in each version: by default `right` first and, once the key is mended, `wrong`. */
export interface CourseGiven {
  readonly policy?: Partial<Policy>;
  readonly questionCount?: number;
  /** Sections besides the one with the wrong question; each needs it. */
  readonly followers?: number;
}

/** A course whose first question has a wrong key, which its second publication mends. */
export class MendedCourse {
  readonly owner: Actor = { id: randomUUID(), roles: ['author'] };
  readonly courseId = randomUUID();
  readonly sectionId = randomUUID();
  readonly questionIds: readonly string[];
  private readonly followerIds: readonly string[];

  constructor(
    readonly quiz: QuizUnderTest,
    private readonly given: CourseGiven = {},
  ) {
    this.questionIds = Array.from({ length: given.questionCount ?? 5 }, () => randomUUID());
    this.followerIds = Array.from({ length: given.followers ?? 0 }, () => randomUUID());
  }

  get questionId(): string {
    return this.questionIds[0]!; // at least one is made
  }

  /** The first question in this version, with this option for its key, under this policy. */
  async publish(publication: number, keyText: 'right' | 'wrong' | 'false', policy: Partial<Policy> = {}) {
    const options = ['right', 'wrong', 'false', 'no'].map((text, at) => ({
      id: `o${at}`,
      text,
      isKey: text === keyText,
    }));
    const questions = this.questionIds.map((id, at) =>
      singleChoice(at === 0 ? { id, version: publication, options } : { id }),
    );
    const section = {
      sectionId: this.sectionId,
      questions,
      policy: { passMark: 0.8, ...this.given.policy, ...policy },
    };
    const followers = this.followerIds.map((sectionId) => ({
      sectionId,
      isRequired: false,
      prerequisites: [this.sectionId],
    }));
    const course = { id: this.courseId, publication, ownerId: this.owner.id };
    await publish(this.quiz, [section, ...followers], course);
  }

  /** A learner who answers the wrong question with `first` and that many of the others right. */
  async take(first: 'right' | 'wrong' | 'false', othersRight: number, who = learner()) {
    await introduce(this.quiz, who);
    const attempt = await this.start(who);
    await this.submit(who, attempt, first, othersRight);
    return { who, attemptId: attempt.id };
  }

  async start(who: Actor): Promise<AttemptResponse> {
    return (await this.quiz.call<AttemptResponse>(who, `POST /sections/${this.sectionId}/attempts`)).body;
  }

  async submit(who: Actor, attempt: AttemptResponse, first: 'right' | 'wrong' | 'false', othersRight: number) {
    const answers = attempt.questions.map((question) => {
      const at = this.questionIds.indexOf(question.id);
      const text = at === 0 ? first : at <= othersRight ? 'right' : 'no';
      return { questionId: question.id, sequence: 1, answer: answerTo(question, text) };
    });
    return this.quiz.call<AttemptResponse>(who, `POST /attempts/${attempt.id}:submit`, { answers });
  }

  read(who: Actor, attemptId: string) {
    return this.quiz.call<AttemptResponse>(who, `GET /attempts/${attemptId}`);
  }

  make(request: Partial<MakeRegradeRequest> = {}, who = this.owner) {
    const { questionId } = this;
    const regrade = { questionId, toVersion: 2, policy: 'recompute', reason: 'The key was wrong.', ...request };
    return this.quiz.call<RegradeResponse>(who, `POST /sections/${this.sectionId}/regrades`, regrade);
  }

  /** A dry run to its end. */
  async preview(request: Partial<MakeRegradeRequest> = {}): Promise<RegradeResponse> {
    const { body } = await this.make(request);
    await this.work();
    return this.regrade(body.id);
  }

  async apply(regradeId: string): Promise<RegradeResponse> {
    await this.quiz.call(this.owner, `POST /regrades/${regradeId}:apply`);
    await this.work();
    return this.regrade(regradeId);
  }

  /** Dry run, application, and what came of it for the credentials. */
  async run(request: Partial<MakeRegradeRequest> = {}, learners: readonly Actor[] = []): Promise<RegradeResponse> {
    const previewed = await this.preview(request);
    const applied = await this.apply(previewed.id);
    for (const who of learners) await deliverGrades(this.quiz, who.id);
    return applied;
  }

  work(): Promise<void> {
    return this.quiz.part(RegradeJobsService).runOnce();
  }

  async regrade(regradeId: string): Promise<RegradeResponse> {
    return (await this.quiz.call<RegradeResponse>(this.owner, `GET /regrades/${regradeId}`)).body;
  }

  async changes(regradeId: string, query = ''): Promise<RegradeChangeResponse[]> {
    const path = `GET /regrades/${regradeId}/changes?limit=200${query}`;
    return (await this.quiz.call<{ items: RegradeChangeResponse[] }>(this.owner, path)).body.items;
  }

  /** Everything that a regrade writes, for comparing before and after. */
  async rows(): Promise<unknown> {
    const { dataSource } = this.quiz;
    const ofSection = 'SELECT id FROM attempt WHERE section_id = $1';
    return Promise.all([
      dataSource.query('SELECT * FROM attempt WHERE section_id = $1 ORDER BY id', [this.sectionId]),
      dataSource.query(`SELECT * FROM response WHERE attempt_id IN (${ofSection}) ORDER BY attempt_id, question_id`, [
        this.sectionId,
      ]),
      dataSource.query('SELECT * FROM progress WHERE section_id = $1 ORDER BY learner_id', [this.sectionId]),
      dataSource.query(`SELECT id, type, key FROM outbox WHERE data ->> 'sectionId' = $1 ORDER BY id`, [
        this.sectionId,
      ]),
    ]);
  }

  async events(type: string): Promise<Record<string, unknown>[]> {
    const found: { data: Record<string, unknown> }[] = await this.quiz.dataSource.query(
      `SELECT data FROM outbox WHERE type = $1 AND data ->> 'sectionId' = $2 ORDER BY id`,
      [type, this.sectionId],
    );
    return found.map(({ data }) => data);
  }

  async progress(learnerId: string) {
    const [row] = await this.quiz.dataSource.query(
      `SELECT percent::float8, passed_at IS NOT NULL AS "hasPassed", graded_count AS "gradedCount" FROM progress
       WHERE section_id = $1 AND learner_id = $2`,
      [this.sectionId, learnerId],
    );
    return row as { percent: number; hasPassed: boolean; gradedCount: number };
  }
}
