import type { operations as auth } from './generated/auth.js';
import type { operations as content } from './generated/content.js';
import type { operations as quiz } from './generated/quiz.js';

/** What an operation answers when all is well. */
type Answered<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & (200 | 201)]: Responses[Status] extends {
        content: { 'application/json': infer Body };
      }
        ? Body
        : never;
    }[keyof Responses & (200 | 201)]
  : never;

/** What an operation takes. */
type Sent<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : never;

/** RFC 9457 problem details, as every service answers a refusal. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
  traceId?: string;
}

export type Account = Answered<auth['Accounts_me']>;
export type Role = Account['roles'][number];
export type SessionGrant = Answered<auth['Sessions_signIn']>;
export type InvitationLink = Answered<auth['Invitations_show']>;
export type MailItem = Answered<auth['Mails_list']>['items'][number];
export type MailState = MailItem['state'];
export type Erasure = Sent<auth['MyData_erase']>;
export type SignInSession = Answered<auth['Sessions_list']>['items'][number];

export type DraftCourse = Answered<content['Courses_get']>;
export type DraftSection = DraftCourse['sections'][number];
export type DraftCourseSummary = Answered<content['Courses_list']>['items'][number];
export type Policy = DraftSection['policy'];
/** What an author may change of a section. */
export type SectionChange = Sent<content['Sections_change']>;
export type CourseChange = Sent<content['Courses_change']>;
export type ImportReport = Answered<content['Imports_importCourse']>['report'];
export type QuestionView = Answered<content['Questions_list']>['items'][number];
/** A question as an author sends it: without id and version. */
export type QuestionDraft = Sent<content['Questions_add']>['question'];
export type QuestionFilter = NonNullable<content['Questions_list']['parameters']['query']>;
/** A question at the version that the author has seen. */
export type QuestionName = Sent<content['QuestionBatches_removeMany']>['questions'][number];
export type PreviewRequest = Sent<content['Questions_preview']>;
export type QuestionPreview = Answered<content['Questions_preview']>;
export type TagCounts = Answered<content['Questions_tags']>;
/** What a course says for all of its sections. */
export type CoursePolicy = DraftCourse['policy'];
export type PolicySources = DraftSection['policySources'];
/** Null takes a setting from the course again; `none` says that there is none. */
export type PolicyChange = NonNullable<SectionChange['policy']>;
export type QuestionFormat = QuestionImportReport['format'];
/** A file of questions as the author has it. */
export type QuestionFile = { format: QuestionFormat | 'auto' } & ({ text: string; name?: string } | { file: File });
export type CourseFolderImport = Answered<content['Imports_importFolder']>;
export type QuestionExportReport = Answered<content['Exports_exportQuestions']>;
export type MediaItem = Answered<content['Media_list']>['items'][number];
export type QuestionImportReport = Answered<content['Imports_importQuestions']>;
export type PublicationView = Answered<content['Publications_publish']>;

export type CatalogCourse = Answered<quiz['Catalog_list']>['items'][number];
export type CourseOutline = Answered<quiz['Catalog_outline']>;
export type OutlineSection = CourseOutline['sections'][number];
export type QuizSummary = OutlineSection['quiz'];
export type Topic = OutlineSection['topics'][number];
export type Resource = OutlineSection['resources'][number];
export type CourseProgress = Answered<quiz['Progress_read']>;
export type SectionProgress = CourseProgress['sections'][number];
export type LockReason = SectionProgress['reasons'][number];

export type Attempt = Answered<quiz['Attempts_read']>;
export type AttemptSummary = Answered<quiz['Attempts_list']>['items'][number];
export type PaperQuestion = Attempt['questions'][number];
export type QuestionType = PaperQuestion['type'];
export type SavedAnswer = Attempt['answers'][number];
export type Answer = NonNullable<SavedAnswer['answer']>;
/** An answer with its place in the order of answers to its question, and the time the question took so far. */
export type AnswerToSave = Omit<SavedAnswer, 'savedAt'> & Pick<Sent<quiz['Attempts_save']>, 'spentSeconds'>;
export type AttemptResult = NonNullable<Attempt['result']>;
export type ReviewItem = NonNullable<AttemptResult['review']>[number];

export type PracticeSession = Answered<quiz['Practice_read']>;
/** How far one question of a practice is. */
export type PracticeState = PracticeSession['states'][number];

/** A learner's own: what is wrong with a question, and what became of it. */
export type OwnChallenge = Answered<quiz['Challenges_ofAttempt']>['items'][number];
export type Accommodation = Answered<quiz['Accommodations_own']>;

export type CredentialView = Answered<quiz['Credentials_list']>['items'][number];
export type HeldCredential = Answered<quiz['Decisions_list']>['items'][number];
export type CredentialHistory = Answered<quiz['Decisions_history']>;
export type Renewal = Answered<quiz['Renewals_list']>['items'][number];
export type PublicCredential = Answered<quiz['Credentials_read']>;
export type Verification = Answered<quiz['Credentials_verify']>;
/** What was found about a credential of anybody. */
export type AnyVerification = Answered<quiz['Verifications_verify']>;

export type Cohort = Answered<quiz['Cohorts_get']>;
export type CohortFilter = QueryOf<quiz['Cohorts_list']>;
export type CohortChange = Sent<quiz['Cohorts_change']>;
export type CohortHistoryEntry = Answered<quiz['CohortRecords_history']>['items'][number];
export type DueDates = Answered<quiz['CohortRecords_readDueDates']>;
export type DueDatesChange = Sent<quiz['CohortRecords_saveDueDates']>;
export type EnrolmentReport = Answered<quiz['Enrolments_enrol']>;
export type RosterImportReport = Answered<quiz['Enrolments_import']>;
export type EnrolledLearner = Answered<quiz['Enrolments_list']>['items'][number];
export type TransferReport = Answered<quiz['Enrolments_transfer']>;
export type Invitation = Answered<quiz['Invitations_list']>['items'][number];
export type InvitationLimits = Answered<quiz['Invitations_limits']>;
export type InvitationFilter = QueryOf<quiz['Invitations_list']>;
export type CohortLink = Answered<quiz['Links_list']>['items'][number];
export type MadeCohortLink = Answered<quiz['Links_make']>;
export type LinkWanted = Sent<quiz['Links_make']>;
export type CohortLinkView = Answered<quiz['Links_look']>;
export type OpenCohort = Answered<quiz['MyCohorts_open']>['items'][number];
export type MyCohort = Answered<quiz['MyCohorts_mine']>['items'][number];
export type Paging = QueryOf<quiz['MyCohorts_mine']>;
export type Dashboard = Answered<quiz['Dashboard_read']>;
export type DashboardSection = Dashboard['sections'][number];
export type DashboardLearner = Dashboard['learners'][number];
export type DashboardCell = DashboardLearner['cells'][number];

/** A question of an author with its place, as it is opened on its own. */
export type QuestionRecord = Answered<content['Questions_get']>;

type QueryOf<Operation extends { parameters: { query?: unknown } }> = NonNullable<Operation['parameters']['query']>;

export type MarkingFilter = QueryOf<quiz['Marking_list']>;
export type MarkingItem = Answered<quiz['Marking_list']>['items'][number];
export type AnswerToMark = Answered<quiz['Marking_read']>;
export type MarkGiven = Sent<quiz['Marking_mark']>;

export type ItemAnalysisFilter = QueryOf<quiz['Items_read']>;
export type ItemAnalysis = Answered<quiz['Items_read']>;
export type AnalysedQuestion = ItemAnalysis['questions'][number];

export type ChallengeFilter = QueryOf<quiz['Challenges_list']>;
/** As the author of the course sees it. */
export type SectionChallenge = Answered<quiz['Challenges_list']>['items'][number];
export type ChallengeVerdict = Sent<quiz['Challenges_resolve']>;

export type RegradeRequest = Sent<quiz['Regrades_make']>;
export type Regrade = Answered<quiz['Regrades_read']>;
export type RegradeChangeFilter = QueryOf<quiz['Regrades_changes']>;
export type RegradeChange = Answered<quiz['Regrades_changes']>['items'][number];
export type GradedVersion = Answered<quiz['Regrades_versions']>['items'][number];

export type AccommodationGrant = Sent<quiz['Accommodations_grant']>;

export type Period = QueryOf<quiz['Insights_read']>;
export type Insights = Answered<quiz['Insights_read']>;
export type NeedsHelpFilter = QueryOf<quiz['Insights_needsHelp']>;
export type NeedsHelp = Answered<quiz['Insights_needsHelp']>['items'][number];
export type LearnerInsight = Answered<quiz['DrillDowns_learner']>;
export type TimelineEntry = Answered<quiz['DrillDowns_timeline']>['items'][number];
export type SectionInsight = Answered<quiz['DrillDowns_section']>;
export type SectionLearnersFilter = QueryOf<quiz['DrillDowns_sectionLearners']>;
export type SectionLearner = Answered<quiz['DrillDowns_sectionLearners']>['items'][number];
export type Overview = Answered<quiz['Overviews_platform']>;
export type CourseOverview = Answered<quiz['Overviews_course']>;
