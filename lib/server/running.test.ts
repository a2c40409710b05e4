import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enterDataFolder } from "./running.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-running-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("whoever enters a folder first is alone there, and leaves nothing", async () => {
  const dataFolder = path.join(folder, "new", "data");
  const presence = await enterDataFolder(dataFolder);
  expect(presence.isAlone).toBe(true);
  await presence.leave();
  expect(await readdir(path.join(dataFolder, "running"))).toEqual([]);
});

test("a file in the way is told with the name of the setting and the place", async () => {
  const file = path.join(folder, "data");
  await writeFile(file, "mine");
  await expect(enterDataFolder(file)).rejects.toThrow(
    `Expected a folder that can be written to for PENTIMENTO_DATA but there is a file: ${file}`,
  );
  await expect(enterDataFolder(path.join(file, "deeper"))).rejects.toThrow(/PENTIMENTO_DATA but there is a file on the way to it: /);
});

test("what no system can make is told too, with its code", async () => {
  const dataFolder = path.join(folder, "n".repeat(300));
  await expect(enterDataFolder(dataFolder)).rejects.toThrow(
    /^Settings that cannot be used:\n {2}- Expected .* PENTIMENTO_DATA .*ENAMETOOLONG/,
  );
});
