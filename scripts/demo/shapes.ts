import type { Question } from '#libs/contracts';

/** The parts of the API's answers that the demo reads. */
export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly questionCount: number;
  readonly topics: readonly { title: string }[];
}
export interface CourseView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly sections: readonly SectionView[];
}
export interface PaperQuestion {
  readonly id: string;
  readonly type: Question['type'];
  readonly options?: readonly PaperPart[];
  readonly prompts?: readonly PaperPart[];
  readonly choices?: readonly PaperPart[];
  readonly items?: readonly PaperPart[];
  readonly gaps?: readonly { readonly id: string; readonly options?: readonly PaperPart[] }[];
}
interface PaperPart {
  readonly id: string;
  readonly text: string;
}
export interface AttemptView {
  readonly id: string;
  readonly sectionId: string;
  readonly state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  readonly endedBy: 'submitted' | 'expired' | null;
  readonly deadlineAt: string | null;
  readonly questions: readonly PaperQuestion[];
  readonly answers: readonly { questionId: string; sequence: number }[];
  readonly result: { readonly score: number; readonly scoreMax: number; readonly hasPassed: boolean } | null;
}
export interface ProgressView {
  readonly sections: readonly {
    sectionId: string;
    state: 'locked' | 'open' | 'in_progress' | 'passed';
    attemptsLeft: number | null;
    reasons: readonly { code: string; text: string }[];
  }[];
}
export interface CredentialItem {
  readonly id: string;
  readonly kind: 'section_badge' | 'course_certificate';
  readonly title: string;
}
export interface DashboardView {
  readonly sections: readonly {
    sectionId: string;
    title: string;
    passed: number;
    started: number;
    passRate: number | null;
    meanPercent: number | null;
  }[];
  readonly totals: {
    learners: number;
    activeLast7Days: number;
    attempts: number;
    passes: number;
    badges: number;
    certificates: number;
  };
  readonly learners: readonly {
    learnerId: string;
    displayName: string;
    sectionsPassed: number;
    lastActivityAt: string | null;
    cells: readonly {
      sectionId: string;
      state: 'none' | 'in_progress' | 'submitted' | 'failed' | 'passed';
      percent: number | null;
      attempts: number;
    }[];
  }[];
}
export interface RawAttempt {
  readonly id: string;
  readonly learnerId: string;
  readonly sectionId: string;
  readonly number: number;
  readonly state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  readonly score: number | null;
  readonly percent: number | null;
  readonly hasPassed: boolean | null;
}
