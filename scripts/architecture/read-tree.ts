/** The project's own sources, as git knows them (what is new and not ignored included). */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { SourceTree } from "./check-tree.ts";

export function readTree(): SourceTree {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], { encoding: "utf8" });
  const files = listed.split("\n").filter((file) => file !== "" && !file.endsWith(".d.ts") && existsSync(file));
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}
