import { describe, expect, it } from "vitest";
import { playwrightFailures, vitestFailures } from "./failures.mjs";

describe("telling what failed", () => {
  it("names each test with its file and its reason, without colours and cut to what is read", () => {
    const reason = ["\u001b[31mExpected 1\u001b[39m", ...Array.from({ length: 40 }, (_, index) => `at line ${index}`)].join("\n");
    const failed = { status: "failed", fullName: "a desk opens", failureMessages: [reason] };
    const passed = { status: "passed", fullName: "a desk closes", failureMessages: [] };
    const told = vitestFailures({ testResults: [{ name: "desk.test.ts", status: "failed", assertionResults: [failed, passed] }] });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^✗ desk\.test\.ts › a desk opens\n {4}Expected 1\n {4}at line 0\n/);
    expect(told[0]?.split("\n")).toHaveLength(13);
  });

  it("names a file that could not be loaded", () => {
    const file = { name: "desk.test.ts", status: "failed", message: "no such module", assertionResults: [] };
    expect(vitestFailures({ testResults: [file] })).toEqual(["✗ desk.test.ts\n    no such module"]);
  });

  it("names journeys within their groups, those too that passed when they were tried again", () => {
    const spec = (title, status, errors = []) => ({ title, tests: [{ status, results: [{ errors }] }] });
    const inner = { title: "in en", specs: [spec("a run is cancelled", "flaky", [{ message: "too late" }])] };
    const suite = { title: "studio.spec.ts", specs: [spec("it opens", "expected"), spec("it closes", "unexpected")], suites: [inner] };
    expect(playwrightFailures({ suites: [suite] })).toEqual([
      "✗ studio.spec.ts › it closes\n    ",
      "✗ studio.spec.ts › in en › a run is cancelled\n    too late",
    ]);
  });
});
