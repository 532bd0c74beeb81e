import type { Literal } from 'mdast';

/** Where a learner fills something in; the value is the whole placeholder, `{{id}}`. */
export interface Gap extends Literal {
  type: 'gap';
}

declare module 'mdast' {
  interface RootContentMap {
    gap: Gap;
  }
  interface PhrasingContentMap {
    gap: Gap;
  }
}
