import { Module } from '@nestjs/common';
import { CreateMessagingTables } from '#libs/messaging';
import { CreatePlatformTables1764000000000, type ServiceDefinition } from '#libs/platform';

import { access } from './access.js';
import { AccommodationsModule } from './accommodations/accommodations.module.js';
import { AttemptsModule } from './attempts/attempts.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { ChallengesModule } from './challenges/challenges.module.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { DecisionsModule } from './credentials/decisions.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { EnrolmentsModule } from './enrolments/enrolments.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { ItemsModule } from './items/items.module.js';
import { LiveModule } from './live/live.module.js';
import { CreateCatalogAndPeople1764000002000 } from './migrations/1764000002000-create-catalog-and-people.js';
import { CreateAttemptsAndProgress1764000002100 } from './migrations/1764000002100-create-attempts-and-progress.js';
import { CreateCredentials1764000002200 } from './migrations/1764000002200-create-credentials.js';
import { CreateCohortTables1764000002300 } from './migrations/1764000002300-create-cohort-tables.js';
import { AddMarksPracticeAndAggregation1764000002400 } from './migrations/1764000002400-add-marks-practice-and-aggregation.js';
import { AddCourseOwner1764000002500 } from './migrations/1764000002500-add-course-owner.js';
import { CreateChallenges1764000002510 } from './migrations/1764000002510-create-challenges.js';
import { CreateCredentialChanges1764000002520 } from './migrations/1764000002520-create-credential-changes.js';
import { AddItemRevisions1764000002610 } from './migrations/1764000002610-add-item-revisions.js';
import { CreateItemStatistics1764000002600 } from './migrations/1764000002600-create-item-statistics.js';
import { CreateRegrades1764000002530 } from './migrations/1764000002530-create-regrades.js';
import { AddEditionsAndIssuerKeys1764000003000 } from './migrations/1764000003000-add-editions-and-issuer-keys.js';
import { AddAttemptPurpose1764000003100 } from './migrations/1764000003100-add-attempt-purpose.js';
import { AddCredentialDecisions1764000003110 } from './migrations/1764000003110-add-credential-decisions.js';
import { AddCredentialStatusCause1764000003120 } from './migrations/1764000003120-add-credential-status-cause.js';
import { AddEnrolmentWays1764000003200 } from './migrations/1764000003200-add-enrolment-ways.js';
import { AddCredentialShowing1764000003400 } from './migrations/1764000003400-add-credential-showing.js';
import { CreateLiveSeats1764000003600 } from './migrations/1764000003600-create-live-seats.js';
import { AddEnrolmentNames1764000003800 } from './migrations/1764000003800-add-enrolment-names.js';
import { KeepCredentialHistory1764000003700 } from './migrations/1764000003700-keep-credential-history.js';
import { CreateInsights1764000003300 } from './migrations/1764000003300-create-insights.js';
import { MarkingModule } from './marking/marking.module.js';
import { PeopleModule } from './people/people.module.js';
import { recentStandings } from './people/people.service.js';
import { PracticeModule } from './practice/practice.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { RegradesModule } from './regrades/regrades.module.js';
import { RenewalsModule } from './renewals/renewals.module.js';
import { VerificationsModule } from './verifications/verifications.module.js';

export { QuizConfig, readQuizSettings } from './config.js';
export { SweepService } from './attempts/sweep.service.js';
export { dropOldDryRuns } from './regrades/dry-runs.service.js';
export { DashboardRevisions } from './insights/dashboard-revisions.service.js';
export { rebuildInsights } from './insights/recounts.service.js';
export { dropPrivateKeys } from './issuer/issuer.queries.js';
export { rebuildItems } from './items/recounts.service.js';

@Module({
  imports: [
    CatalogModule,
    PeopleModule,
    AttemptsModule,
    ProgressModule,
    CredentialsModule,
    DecisionsModule,
    CohortsModule,
    EnrolmentsModule,
    InvitationsModule,
    AccommodationsModule,
    DashboardModule,
    MarkingModule,
    PracticeModule,
    ChallengesModule,
    InsightsModule,
    ItemsModule,
    RegradesModule,
    RenewalsModule,
    LiveModule,
    VerificationsModule,
  ],
})
export class QuizModule {}

/** What `quiz` is, whoever runs it. */
export const quiz: ServiceDefinition = {
  name: 'quiz',
  module: QuizModule,
  entities: [],
  migrations: [
    CreatePlatformTables1764000000000,
    CreateMessagingTables,
    CreateCatalogAndPeople1764000002000,
    CreateAttemptsAndProgress1764000002100,
    CreateCredentials1764000002200,
    CreateCohortTables1764000002300,
    AddMarksPracticeAndAggregation1764000002400,
    AddCourseOwner1764000002500,
    CreateChallenges1764000002510,
    CreateCredentialChanges1764000002520,
    CreateRegrades1764000002530,
    CreateItemStatistics1764000002600,
    AddItemRevisions1764000002610,
    AddEditionsAndIssuerKeys1764000003000,
    AddAttemptPurpose1764000003100,
    AddCredentialDecisions1764000003110,
    AddCredentialStatusCause1764000003120,
    AddEnrolmentWays1764000003200,
    AddCredentialShowing1764000003400,
    CreateLiveSeats1764000003600,
    KeepCredentialHistory1764000003700,
    AddEnrolmentNames1764000003800,
    CreateInsights1764000003300,
  ],
  access,
  groups: [
    'quiz.catalog',
    'quiz.people',
    'quiz.achievements',
    'quiz.regrades',
    'quiz.renewals',
    'quiz.items',
    'quiz.insights',
    'quiz.enrolments',
  ],
  standings: recentStandings,
};
