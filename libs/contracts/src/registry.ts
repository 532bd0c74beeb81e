import { UserChanged } from './auth-users.js';
import { CourseArchived, CoursePublished, SectionPublished } from './content-courses.js';
import type { EventContract } from './event.js';
import {
  AttemptGraded,
  AttemptRegraded,
  AttemptStarted,
  AttemptSubmitted,
  AttemptVoided,
  CohortChanged,
  CredentialIssued,
  CredentialStatusChanged,
  EnrolmentChanged,
  QuestionAnalysed,
} from './quiz-events.js';

const contracts: readonly EventContract[] = [
  UserChanged,
  SectionPublished,
  CoursePublished,
  CourseArchived,
  AttemptStarted,
  AttemptSubmitted,
  AttemptGraded,
  AttemptRegraded,
  AttemptVoided,
  CredentialIssued,
  CredentialStatusChanged,
  CohortChanged,
  EnrolmentChanged,
  QuestionAnalysed,
];

/** Every event version ever published, by its CloudEvents `type`. A type that is not here is unknown and gets parked. */
export const eventContracts: ReadonlyMap<string, EventContract> = new Map(
  contracts.map((contract) => [contract.type, contract]),
);
