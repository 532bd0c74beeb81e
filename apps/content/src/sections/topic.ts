export interface Resource {
  id: string;
  title: string;
  url: string | null;
  kind: string;
}

/** A subsection: progress and question tags name it, so its id stays when it is renamed. */
export interface Topic {
  id: string;
  /** What the author wrote as `{#key}` in a roadmap. */
  externalKey?: string | null;
  title: string;
  prose: string;
  resources: Resource[];
}
