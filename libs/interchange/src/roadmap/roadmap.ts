/** The kinds of thing a learner is sent to. */
export type ResourceKind = 'article' | 'documentation' | 'video' | 'book' | 'course' | 'tool' | 'image';

export interface RoadmapResource {
  readonly id: string;
  readonly title: string;
  /** `http`, `https` or `mailto`; null for a thing without an address, such as a book that is only named. */
  readonly url: string | null;
  readonly kind: ResourceKind;
}

interface Part {
  readonly id: string;
  /** What the author wrote as `{#key}`: it names the part for ever, whatever becomes of its title. */
  readonly externalKey: string | null;
  readonly title: string;
  /** The number that stood before the title, such as `2.9`. */
  readonly number: string | null;
  /** Markdown, as the author wrote it, without what became resources. */
  readonly prose: string;
  readonly resources: readonly RoadmapResource[];
}
export type RoadmapTopic = Part;
export interface RoadmapSection extends Part {
  readonly topics: readonly RoadmapTopic[];
}
export interface RoadmapCourse {
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly sections: readonly RoadmapSection[];
}

/** Something in the file that did not become part of the course as it stood, or that its author should look at. */
export interface Note {
  readonly line: number;
  readonly kind: string;
  /** A warning means that something a learner would have seen is missing or changed. */
  readonly severity: 'info' | 'warning';
  readonly message: string;
}

/** A difference from the previous state of the course. */
export interface Change {
  readonly kind: 'added' | 'renamed' | 'moved' | 'removed';
  readonly what: 'section' | 'topic' | 'resource';
  readonly id: string;
  readonly title: string;
  /** The title before a renaming. */
  readonly before?: string;
}

export interface RoadmapReport {
  readonly sections: number;
  readonly topics: number;
  readonly resources: number;
  readonly notes: readonly Note[];
  readonly changes: readonly Change[];
}

/** What a re-import needs to know of the course as it is, to keep the ids of what stays the same. */
export interface PreviousCourse {
  readonly sections: readonly PreviousSection[];
}
export interface PreviousPart {
  readonly id: string;
  readonly externalKey?: string | null;
  readonly title: string;
  readonly resources: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}
export interface PreviousSection extends PreviousPart {
  readonly topics: readonly PreviousPart[];
}

export interface RoadmapOptions {
  /** Makes the id of a part that is new. */
  readonly newId: () => string;
  /** The course that the roadmap replaces. */
  readonly previous?: PreviousCourse;
}

export interface RoadmapRefusal {
  readonly ok: false;
  readonly code: 'empty' | 'binary' | 'no_headings' | 'too_large' | 'too_deep';
  readonly message: string;
  readonly line?: number;
}
export type RoadmapResult =
  { readonly ok: true; readonly course: RoadmapCourse; readonly report: RoadmapReport } | RoadmapRefusal;
