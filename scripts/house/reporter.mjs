import { writeFileSync } from 'node:fs';

const reasonNote = / \[skipped: (.+)\]/;

/** Leaves the counts and the names of skipped tests for the runner, which prints them after Jest's own last words. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.WAYMARK_TEST_SUMMARY;
    if (!file) return;
    const tests = results.testResults.flatMap((suite) => suite.testResults);
    const skipped = tests.filter(({ status }) => status === 'pending' || status === 'todo' || status === 'disabled');
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        // A suite that does not even load has no failed test of its own.
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: skipped.map(({ fullName, ancestorTitles }) => ({
          name: fullName.replace(reasonNote, ''),
          reason: reasonIn(ancestorTitles),
        })),
      }),
    );
  }
}

/** Suites that need something of the machine put what is missing into their title: `... [skipped: no Java]`. */
function reasonIn(titles) {
  return titles.map((title) => reasonNote.exec(title)?.[1]).find(Boolean);
}
