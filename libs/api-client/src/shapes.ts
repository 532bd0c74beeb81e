/** The shapes of the REST contract, by the names that screens use for them. */
export type Role = 'learner' | 'author' | 'instructor' | 'admin';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

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

export interface Account {
  id: string;
  email: string;
  displayName: string;
  roles: Role[];
  status: 'active' | 'suspended';
  createdAt: string;
}

export interface SessionGrant {
  accessToken: string;
  expiresInSeconds: number;
  account: Account;
}

export interface SignInSession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  userAgent: string | null;
  isCurrent: boolean;
}

export interface Resource {
  id: string;
  title: string;
  url: string | null;
  kind: string;
}

export interface Topic {
  id: string;
  title: string;
  prose: string;
  resources: Resource[];
}

export interface Policy {
  passMark: number;
  timeLimitSeconds: number | null;
  attemptsMax: number | null;
  cooldownSeconds: number;
  drawCount: number | null;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  review: 'never' | 'score_only' | 'after_submit' | 'after_pass';
  aggregation: 'best' | 'latest' | 'first' | 'mean';
  opensAt: string | null;
  closesAt: string | null;
}

export interface DraftSection {
  id: string;
  position: number;
  title: string;
  prose: string;
  isRequired: boolean;
  prerequisites: string[];
  policy: Policy;
  questionCount: number;
  version: number;
  topics: Topic[];
  resources: Resource[];
}

export interface DraftCourseSummary {
  id: string;
  slug: string;
  title: string;
  summary: string;
  version: number;
  publication: number | null;
  isArchived: boolean;
  updatedAt: string;
}

export interface DraftCourse extends DraftCourseSummary {
  ownerId: string;
  sections: DraftSection[];
}

export interface ImportReport {
  sections: number;
  topics: number;
  resources: number;
  notes: { line: number; kind: string; severity: 'info' | 'warning'; message: string }[];
  changes: {
    kind: 'added' | 'renamed' | 'moved' | 'removed';
    what: 'section' | 'topic' | 'resource';
    id: string;
    title: string;
    before?: string;
  }[];
}

interface QuestionBase {
  id: string;
  version: number;
  sectionId: string;
  updatedAt: string;
  stem: string;
  explanation?: string;
  tags: string[];
  difficulty?: 'easy' | 'medium' | 'hard';
  points: string;
}

interface OptionView {
  id: string;
  text: string;
  isKey: boolean;
  feedback?: string;
}

export type QuestionView =
  | (QuestionBase & { type: 'single_choice' | 'multiple_choice'; options: OptionView[]; shuffle: boolean })
  | (QuestionBase & { type: 'true_false'; key: boolean })
  | (QuestionBase & { type: 'short_text'; accepted: string[]; caseSensitive: boolean })
  | (QuestionBase & { type: 'numeric'; value: string; tolerance: string; unit?: string });

export interface QuestionImportReport {
  imported: number;
  refused: number;
  items: {
    line: number;
    title: string;
    outcome: 'imported' | 'imported_with_loss' | 'refused';
    questionId?: string;
    losses: string[];
    reasons: string[];
  }[];
}

export interface PublicationView {
  publication: number;
  publishedAt: string;
}

export interface CatalogCourse {
  id: string;
  slug: string;
  title: string;
  summary: string;
  sectionCount: number;
  publication: number;
}

export interface QuizSummary {
  questionCount: number;
  passMark: number;
  timeLimitSeconds: number | null;
  attemptsMax: number | null;
  cooldownSeconds: number;
}

export interface OutlineSection {
  id: string;
  position: number;
  title: string;
  prose: string;
  isRequired: boolean;
  prerequisites: string[];
  topics: Topic[];
  resources: Resource[];
  quiz: QuizSummary;
}

export interface CourseOutline {
  id: string;
  slug: string;
  title: string;
  summary: string;
  publication: number;
  sections: OutlineSection[];
}

export interface LockReason {
  code: 'prerequisite' | 'cooldown' | 'attempts_used' | 'window_not_open' | 'window_closed';
  sectionId?: string | null;
  until?: string | null;
  text: string;
}

export interface SectionProgress {
  sectionId: string;
  state: 'locked' | 'open' | 'in_progress' | 'passed';
  reasons: LockReason[];
  bestScore: number | null;
  scoreMax: number | null;
  bestPercent: number | null;
  attemptsUsed: number;
  attemptsLeft: number | null;
  openAttemptId: string | null;
  credentialId: string | null;
  lastActivityAt: string | null;
}

export interface CourseProgress {
  courseId: string;
  sectionsPassed: number;
  sectionsRequired: number;
  certificateId: string | null;
  nextSectionId: string | null;
  sections: SectionProgress[];
}

export type QuestionType = 'single_choice' | 'multiple_choice' | 'true_false' | 'short_text' | 'numeric';

export type Answer = { choice: string } | { choices: string[] } | { value: boolean } | { text: string };

export interface PaperQuestion {
  id: string;
  type: QuestionType;
  stem: string;
  points: string | number;
  options?: { id: string; text: string }[];
  unit?: string | null;
}

export interface SavedAnswer {
  questionId: string;
  sequence: number;
  answer: Answer | null;
  savedAt: string;
}

export interface ReviewItem {
  questionId: string;
  outcome: 'correct' | 'partial' | 'incorrect' | 'unanswered';
  score: number;
  scoreMax: number;
  key: Answer | null;
  optionFeedback: { optionId: string; isKey: boolean; feedback: string | null }[];
  explanation: string | null;
}

export interface AttemptResult {
  score: number;
  scoreMax: number;
  percent: number;
  hasPassed: boolean;
  gradedAt: string;
  next: { canRetryAt: string | null; attemptsLeft: number | null };
  review: ReviewItem[] | null;
  reviewWithheld: 'never' | 'after_pass' | 'score_only' | null;
}

export interface Attempt {
  id: string;
  courseId: string;
  sectionId: string;
  sectionTitle: string;
  number: number;
  state: 'in_progress' | 'graded' | 'voided';
  startedAt: string;
  deadlineAt: string | null;
  serverTime: string;
  submittedAt: string | null;
  endedBy: 'submitted' | 'expired' | null;
  questions: PaperQuestion[];
  answers: SavedAnswer[];
  result: AttemptResult | null;
}

export interface AttemptSummary {
  id: string;
  number: number;
  state: 'in_progress' | 'graded' | 'voided';
  startedAt: string;
  submittedAt: string | null;
  endedBy: 'submitted' | 'expired' | null;
  score: number | null;
  scoreMax: number | null;
  percent: number | null;
  hasPassed: boolean | null;
}

export interface AnswerToSave {
  questionId: string;
  sequence: number;
  answer: Answer | null;
}

export interface CredentialView {
  id: string;
  kind: 'section_badge' | 'course_certificate';
  title: string;
  courseId: string;
  sectionId: string | null;
  courseTitle: string;
  learnerName: string;
  issuedAt: string;
  status: 'active' | 'suspended' | 'revoked';
  verifyUrl: string;
  imageUrl: string;
}

export interface Verification {
  isValid: boolean;
  checks: {
    name: 'shape' | 'proof' | 'issuer' | 'status' | 'dates' | 'subject';
    outcome: 'pass' | 'fail';
    detail: string;
  }[];
}

export interface Cohort {
  id: string;
  name: string;
  courseId: string;
  courseTitle: string;
  isArchived: boolean;
  version: number;
  instructors: { id: string; displayName: string }[];
  learnerCount: number;
  createdAt: string;
}

export interface EnrolmentReport {
  items: { email: string; outcome: 'enrolled' | 'already_enrolled' | 'unknown_address'; learnerId?: string }[];
}

export interface DashboardCell {
  sectionId: string;
  state: 'none' | 'in_progress' | 'failed' | 'passed';
  bestPercent: number | null;
  attempts: number;
}

export interface DashboardLearner {
  learnerId: string;
  displayName: string;
  sectionsPassed: number;
  lastActivityAt: string | null;
  cells: DashboardCell[];
}

export interface DashboardSection {
  sectionId: string;
  title: string;
  position: number;
  passed: number;
  started: number;
  passRate: number | null;
  meanPercent: number | null;
}

export interface Dashboard {
  cohortId: string;
  asOf: string;
  sections: DashboardSection[];
  totals: {
    learners: number;
    activeLast7Days: number;
    attempts: number;
    passes: number;
    badges: number;
    certificates: number;
  };
  learners: DashboardLearner[];
}

/** What an author may change of a section. */
export interface SectionChange {
  title: string;
  prose: string;
  position: number;
  isRequired: boolean;
  prerequisites: string[];
  policy: Policy;
}
