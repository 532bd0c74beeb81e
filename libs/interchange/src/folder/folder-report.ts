import type { QuestionItem } from '../questions/question-report.js';
import type { CourseContent } from './course-content.js';
import type { FileProblem } from './yaml-tree.js';

/** What became of one file of a course folder. */
export interface FileReport {
  readonly path: string;
  /** `left_out`: not a file of a course. */
  readonly outcome: 'read' | 'read_with_loss' | 'refused' | 'left_out';
  readonly problems: readonly FileProblem[];
  /** Of a bank. */
  readonly items?: readonly QuestionItem[];
}

export interface CourseFolderResult {
  /** Null when `course.yaml` cannot be read. */
  readonly course: CourseContent | null;
  readonly files: readonly FileReport[];
}
