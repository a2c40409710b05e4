/** What failed and why, read from the reports of the two runners: told once more at the end, where a long log is still read. */
import { stripVTControlCharacters } from "node:util";

const linesOfEach = 12;

/** A name and a reason for each test of vitest that failed, and for each file that could not be loaded. */
export function vitestFailures(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length > 0) return failed.map((test) => told(`${file.name} › ${test.fullName}`, test.failureMessages));
    return file.status === "failed" ? [told(file.name, [file.message ?? ""])] : [];
  });
}

/** The same of Playwright; a test that passed when it was tried again counts as failed, as it does in the sum. */
export function playwrightFailures(report) {
  return report.suites.flatMap((suite) => failuresOfSuite(suite, []));
}

function failuresOfSuite(suite, names) {
  const path = [...names, suite.title];
  const failed = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map((test) => told([...path, title].join(" › "), messagesOf(test))),
  );
  return [...failed, ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner, path))];
}

function messagesOf(test) {
  return test.results.flatMap(({ errors }) => (errors ?? []).map(({ message }) => message ?? ""));
}

function told(name, messages) {
  const reason = stripVTControlCharacters(messages.join("\n")).split("\n").slice(0, linesOfEach).join("\n    ");
  return `✗ ${name}\n    ${reason}`;
}
