import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { tellPath } from "./log.ts";

it("never tells the token of a review link", () => {
  expect(tellPath("/api/review/AbC_123/pictures/pic_1/file")).toBe("/api/review/…/pictures/pic_1/file");
  expect(tellPath("/api/predictions/prd_1/over/AbC_123")).toBe("/api/predictions/prd_1/over/…");
  expect(tellPath("/review/AbC_123")).toBe("/review/…");
  expect(tellPath("/api/predictions/prd_1")).toBe("/api/predictions/prd_1");
});

it("writes one line of JSON each, also the last one of a process that dies", () => {
  const script = `
    const { log } = await import(${JSON.stringify(new URL("log.ts", import.meta.url).href)});
    log.info("not told unless it is asked for");
    log.level = "info";
    log.info({ prediction: "prd_1" }, "step");
    log.error({ err: new Error("what went wrong") }, "failed");
    process.kill(process.pid, "SIGKILL");
  `;
  const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  const lines = stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { event: "step", prediction: "prd_1" },
    { event: "failed", err: { message: "what went wrong" } },
  ]);
  expect(stdout).toBe("");
});
