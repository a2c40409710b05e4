import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let folder;
const read = () => fingerprint(["lib", "lock.json", "not-there"], folder);
const write = (name, text) => writeFileSync(path.join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pentimento-fingerprint-"));
  mkdirSync(path.join(folder, "lib/pixels"), { recursive: true });
  write("lib/pixels/blur.ts", "one");
  write("lock.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("fingerprint", () => {
  it("stays when nothing has changed, whatever the clock says", () => {
    const before = read();
    utimesSync(path.join(folder, "lock.json"), 1, 1);
    expect(read()).toBe(before);
  });

  it.each([
    ["a changed file", () => write("lib/pixels/blur.ts", "two")],
    ["a new file", () => write("lib/new.ts", "")],
    ["a missing file", () => rmSync(path.join(folder, "lib/pixels/blur.ts"))],
    ["another name", () => renameSync(path.join(folder, "lib/pixels/blur.ts"), path.join(folder, "lib/pixels/soften.ts"))],
  ])("notices %s", (_what, change) => {
    const before = read();
    change();
    expect(read()).not.toBe(before);
  });

  it("does not care about tests", () => {
    const before = read();
    mkdirSync(path.join(folder, "lib/testing"));
    write("lib/testing/fake.ts", "");
    write("lib/pixels/blur.test.ts", "");
    expect(read()).toBe(before);
  });
});
