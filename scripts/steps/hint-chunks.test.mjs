import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { hint, hintChunks } from "./hint-chunks.mjs";

it("every script of a folder begins with the hint, once, and other files stay as they are", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hint-chunks-"));
  try {
    writeFileSync(path.join(folder, "a.js"), "call();");
    writeFileSync(path.join(folder, "a.css"), "p{}");
    hintChunks(folder);
    hintChunks(folder);
    expect(readFileSync(path.join(folder, "a.js"), "utf8")).toBe(`${hint}call();`);
    expect(readFileSync(path.join(folder, "a.css"), "utf8")).toBe("p{}");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
