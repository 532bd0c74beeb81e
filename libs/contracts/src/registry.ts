import { UserChanged, UserErased } from './auth-users.js';
import { CourseArchived, CoursePublished, SectionPublished } from './content-courses.js';
import type { EventContract } from './event.js';
import {
  AttemptGraded,
  AttemptRegraded,
  AttemptStarted,
  AttemptSubmitted,
  AttemptVoided,
  CohortChanged,
  CredentialExpiring,
  CredentialIssued,
  CredentialRenewed,
  CredentialStatusChanged,
  EnrolmentChanged,
  InvitationWithdrawn,
  LearnerInvited,
  QuestionAnalysed,
} from './quiz-events.js';

const contracts: readonly EventContract[] = [
  UserChanged,
  UserErased,
  SectionPublished,
  CoursePublished,
  CourseArchived,
  AttemptStarted,
  AttemptSubmitted,
  AttemptGraded,
  AttemptRegraded,
  AttemptVoided,
  CredentialIssued,
  CredentialRenewed,
  CredentialExpiring,
  CredentialStatusChanged,
  CohortChanged,
  EnrolmentChanged,
  LearnerInvited,
  InvitationWithdrawn,
  QuestionAnalysed,
];

/** Every event version ever published, by its CloudEvents `type`. A type that is not here is unknown and gets parked. */
export const eventContracts: ReadonlyMap<string, EventContract> = new Map(
  contracts.map((contract) => [contract.type, contract]),
);
