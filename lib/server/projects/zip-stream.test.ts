import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkZipSize, type ZipEntry, zipStream } from "./zip-stream.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-zip-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const parts = [Buffer.from("one, "), Buffer.alloc(70_000, 7), Buffer.from("two")];
const entries: readonly ZipEntry[] = [
  { name: "mimetype", bytes: Buffer.from("image/openraster") },
  {
    name: "Lofoten – 挪威/a.bin",
    async read() {
      return (async function* () {
        yield* parts;
      })();
    },
  },
  { name: "manifest.json", bytes: Buffer.from("{}\n") },
];

async function write(name: string, of: readonly ZipEntry[]): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(of, new Date("2026-03-10T11:59:40Z"))) chunks.push(chunk);
  const file = path.join(folder, name);
  await writeFile(file, Buffer.concat(chunks));
  return file;
}

describe("a zip", () => {
  it("is whole in the eyes of another program, and gives back every byte", async () => {
    const file = await write("a.zip", entries);
    expect(execFileSync("unzip", ["-t", file], { encoding: "utf8" })).toContain("No errors detected");
    execFileSync("unzip", ["-q", file, "-d", path.join(folder, "out")], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    expect((await readFile(path.join(folder, "out", "Lofoten – 挪威", "a.bin"))).equals(Buffer.concat(parts))).toBe(true);
  });

  it("has the bytes of its first file at the place where others look for them", async () => {
    const bytes = await readFile(await write("b.zip", entries));
    expect(bytes.toString("latin1", 30, 38)).toBe("mimetype");
    expect(bytes.toString("latin1", 38, 54)).toBe("image/openraster");
  });

  it("is refused before it begins when it would be too large", () => {
    expect(() => checkZipSize([3e9, 2e9])).toThrow("4 GB");
    expect(() => checkZipSize([1e9, 2e9])).not.toThrow();
  });
});
