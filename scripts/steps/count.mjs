/** How many tests passed and failed, read from the reports of the two runners. */
export function countVitest(report) {
  // A file that could not be loaded has no tests that could fail.
  const unloaded = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed));
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** A test that passed only when it was tried again has failed. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** What a suite counts for: one that ended badly, or ran nothing, without naming a failed test is one failure. */
export function countSuite(exitCode, count) {
  const isFaultless = exitCode === 0 && count.passed > 0;
  return count.failed > 0 || isFaultless ? count : { ...count, failed: 1 };
}

function isFailed(assertion) {
  return assertion.status === "failed";
}
