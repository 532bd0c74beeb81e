/** What can be earned. The id stays, whatever the titles become. */
export type Achievement =
  | { readonly kind: 'section_badge'; readonly id: string; readonly courseId: string; readonly sectionId: string }
  | { readonly kind: 'course_certificate'; readonly id: string; readonly courseId: string; readonly sectionId: null };

export function sectionBadge(courseId: string, sectionId: string): Achievement {
  return { kind: 'section_badge', id: `section:${sectionId}`, courseId, sectionId };
}

export function courseCertificate(courseId: string): Achievement {
  return { kind: 'course_certificate', id: `course:${courseId}`, courseId, sectionId: null };
}

/** What decides which achievements a learner has, as committed now. */
export interface Standing {
  readonly passed: readonly string[];
  /** The required sections of the live publication. */
  readonly required: readonly string[];
}

/** What should be true now of the achievements that one section decides. */
export type Verdict = 'earned' | 'lost' | 'unchanged';

export function verdictOnBadge({ passed }: Standing, sectionId: string): Verdict {
  return passed.includes(sectionId) ? 'earned' : 'lost';
}

/**
 * A certificate is lost only when a section that it needs is lost: a course that grows does not take back what was
 * finished before.
 */
export function verdictOnCertificate({ passed, required }: Standing, sectionId: string): Verdict {
  if (required.length > 0 && required.every((section) => passed.includes(section))) return 'earned';
  return required.includes(sectionId) && !passed.includes(sectionId) ? 'lost' : 'unchanged';
}
