import { sep } from 'node:path';

import TestSequencer from '@jest/test-sequencer';

/** Folders of suites that take long or mostly wait: begun first, they do not keep the end of a run waiting. */
const first = [
  'tests/contracts',
  'tests/journeys',
  'tests/deploy',
  'libs/local-servers',
  'libs/messaging',
  'scripts',
  'apps',
];

/** Longest first where Jest knows how long a suite took last time; else by folder, and the large files of one first. */
export default class Sequencer extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isFirstRun = sorted.every(({ duration }) => duration === undefined);
    return isFirstRun ? sorted.toSorted((left, right) => rank(left.path) - rank(right.path)) : sorted;
  }
}

function rank(path) {
  const place = first.findIndex((folder) => path.includes(`${sep}${folder.replaceAll('/', sep)}${sep}`));
  return place === -1 ? first.length : place;
}
