import { describe, expect, it } from "vitest";
import { countPlaywright, countSuite, countVitest } from "./count.mjs";

describe("counting", () => {
  it("takes the runners' own figures", () => {
    const file = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };
    expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults: [file] })).toEqual({ passed: 1, failed: 1 });
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 0 } })).toEqual({ passed: 5, failed: 1 });
  });

  it("counts a test file that could not be loaded", () => {
    const file = { status: "failed", assertionResults: [] };
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [file] })).toEqual({ passed: 7, failed: 1 });
  });

  it("does not let a test pass because it was tried twice", () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 2 } })).toEqual({ passed: 5, failed: 2 });
  });

  it("counts a suite that ended badly, or ran nothing, as a failure of its own", () => {
    expect(countSuite(1, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 });
    expect(countSuite(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
    expect(countSuite(1, { passed: 9, failed: 3 })).toEqual({ passed: 9, failed: 3 });
    expect(countSuite(0, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 0 });
  });
});
