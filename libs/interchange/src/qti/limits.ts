/** Parts of one item: more than any learner could look through, and few enough to compare each with each. */
export const partsMax = 500;
/** Rules, and parts of a score. */
export const rulesMax = 1_000;
