/** The project's own sources: what is in its folders, with or without a repository around them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceTree } from "./check-tree.ts";

/** Installed, built or made by running it. */
const foreign = /^(node_modules|data|test-results|playwright-report|\..*)$/;

export function readTree(folder = "."): SourceTree {
  return new Map(sourcesOf(folder, "").map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
}

function sourcesOf(folder: string, below: string): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return below === "" && foreign.test(entry.name) ? [] : sourcesOf(folder, file);
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [file] : [];
  });
}
