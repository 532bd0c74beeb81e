import { Injectable } from '@nestjs/common';
import { isBlankAnswer, parseAnswer } from '#libs/assessment';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { AnswerInvalid } from '../attempts/attempts.errors.js';
import type { PracticeAddress, PracticeStateResponse, TryRequest } from './practice.dto.js';
import { PracticeFinished, PracticeOutdated, PracticeQuestionDone } from './practice.errors.js';
import { insertTry, lockSession } from './practice.queries.js';
import { PracticeService } from './practice.service.js';
import { isAskedBy, type Practice, stateOf, viewState } from './practice-view.js';

/** Tries at the questions of a practice session, each counted once. */
@Injectable()
export class TriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly practice: PracticeService,
  ) {}

  async add(
    learnerId: string,
    { id, questionId }: PracticeAddress,
    { answer: given, number }: TryRequest,
  ): Promise<PracticeStateResponse> {
    const known = await this.practice.load(learnerId, id);
    const item = itemOf(known, questionId);
    const { section } = await this.practice.requireAllowed(learnerId, known.record.sectionId);
    if (!isAskedBy(section, item.question)) throw new PracticeOutdated();
    const answer = storedAnswer(item, given);
    return this.dataSource.transaction(async (manager) => {
      const session = await lockSession(manager, id, learnerId);
      if (session === null) throw new NotFound('practice session');
      const { triesUsed, isDone } = stateOf({ ...known, record: session }, item);
      if (number !== undefined && number <= triesUsed) return viewState({ ...known, record: session }, item);
      if (session.finishedAt !== null) throw new PracticeFinished();
      if (isDone) throw new PracticeQuestionDone();
      await insertTry(manager, { sessionId: id, questionId, number: triesUsed + 1 }, answer, this.clock.now());
      const tries = [...session.tries, { questionId, answer }];
      return viewState({ ...known, record: { ...session, tries } }, item);
    });
  }
}

function itemOf({ items }: Practice, questionId: string) {
  const item = items.get(questionId);
  if (item === undefined) throw new NotFound('question in this practice');
  return item;
}

function storedAnswer(item: ReturnType<typeof itemOf>, given: TryRequest['answer']) {
  const parsed = parseAnswer(item, given);
  if ('problem' in parsed) {
    const { pointer, detail } = parsed.problem;
    throw new AnswerInvalid('The answer does not fit the question.', [{ pointer: `/answer${pointer}`, detail }]);
  }
  if (!isBlankAnswer(item.question, parsed.answer)) return parsed.answer;
  throw new AnswerInvalid('There is no answer yet.', [{ pointer: '/answer', detail: 'A blank answer is no try.' }]);
}
