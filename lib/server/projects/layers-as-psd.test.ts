import { existsSync } from "node:fs";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "#lib/errors.ts";
import type { Darkroom, JobOptions, PsdRequest } from "#lib/server/darkroom/darkroom.ts";
import { log } from "#lib/server/log.ts";
import type { Blobs } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import { layersAsPsd } from "./layers-as-psd.ts";

const edit = { id: "edt_one", pictureId: "pic_one", fidelity: null } as EditRecord;
const [first, rest] = ["what is written at once, ", "and what takes its time"];

let folder: string;
let out: string;
let count = 0;
/** What the darkroom does after the first bytes. */
let goOn: PromiseWithResolvers<void>;
let signal: AbortSignal | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-psd-stream-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  out = path.join(folder, `${++count}.psd`);
  goOn = Promise.withResolvers();
});

async function writePsd(request: PsdRequest, options: JobOptions = {}): Promise<void> {
  signal = options.signal;
  signal?.addEventListener("abort", () => goOn.reject(signal?.reason));
  await appendFile(request.out, first);
  options.onWrote?.(first.length);
  await goOn.promise;
  await appendFile(request.out, rest);
  options.onWrote?.(first.length + rest.length);
}

function begin(darkroom: Pick<Darkroom, "writePsd"> = { writePsd }, leaving?: AbortSignal) {
  const records = { pictures: { getMany: async () => [{ id: "pic_one", sha256: "0".repeat(64) } as PictureRecord] } };
  const blobs = {
    scratchPath: async () => out,
    drop: (file: string) => rm(file, { force: true }),
    withFile: (_key: string, use: (file: string) => Promise<unknown>) => use("picture"),
  };
  const parts = { records: records as unknown as Records, blobs: blobs as unknown as Blobs, darkroom: darkroom as Darkroom };
  return layersAsPsd(parts, edit, null, leaving);
}

const textOf = async (reader: ReadableStreamDefaultReader<Uint8Array>) => Buffer.from((await reader.read()).value ?? []).toString();

describe("a Photoshop document that is sent", () => {
  it("begins with its first bytes, long before the last ones are written", async () => {
    const reader = (await begin()).getReader();
    expect(await textOf(reader)).toBe(first);
    expect(existsSync(out)).toBe(true);
    goOn.resolve();
    expect([await textOf(reader), (await reader.read()).done, existsSync(out)]).toEqual([rest, true, false]);
  });

  it("breaks off where the rest cannot be written, and does not end as if it were whole", async () => {
    const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const reader = (await begin()).getReader();
    await textOf(reader);
    goOn.reject(new Error("the disk is full"));
    await expect(reader.read()).rejects.toThrow("given up");
    expect(existsSync(out)).toBe(false);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ edit: "edt_one" }), "psd-not-written");
    told.mockRestore();
  });

  it.each<readonly [string, (body: ReadableStream<Uint8Array>) => Promise<void>]>([
    ["before the first byte", (body) => body.cancel()],
    [
      "after it",
      async (body) => {
        const reader = body.getReader();
        await reader.read();
        await reader.cancel();
      },
    ],
    [
      "while it waits for more",
      async (body) => {
        const reader = body.getReader();
        await reader.read();
        const waiting = reader.read();
        await reader.cancel();
        expect(await waiting).toMatchObject({ done: true });
      },
    ],
  ])("is written no further once nobody wants it: %s", async (_when, leave) => {
    await leave(await begin());
    expect([signal?.aborted, existsSync(out)]).toEqual([true, false]);
  });

  it("is written no further once whoever asked has left", async () => {
    const leaving = new AbortController();
    const reader = (await begin({ writePsd }, leaving.signal)).getReader();
    await textOf(reader);
    leaving.abort();
    await expect(reader.read()).rejects.toThrow();
    expect([signal?.aborted, existsSync(out)]).toEqual([true, false]);
  });

  it("is refused with the reason where it cannot even begin", async () => {
    const refused = new AppError("busy", "Expected room in the queue");
    await expect(begin({ writePsd: () => Promise.reject(refused) })).rejects.toBe(refused);
  });
});
