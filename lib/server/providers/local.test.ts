import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError } from "#lib/errors.ts";
import { createCatalogue } from "#lib/models/catalogue.ts";
import type { Darkroom, DevelopRequest, JobOptions } from "#lib/server/darkroom/darkroom.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";
import { patience } from "#lib/testing/patience.ts";
import { preparePicture } from "#lib/testing/prepared-picture.ts";
import { askFor, describeProvider, readUntilOver } from "./contract.ts";
import { createLocalProvider } from "./local.ts";
import type { Ask } from "./provider.ts";

const catalogue = createCatalogue();
const signal = new AbortController().signal;
let folder: string;
let made = 0;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-local-"));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((provider) => provider.close()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeProvider("local", async () => {
  const darkroom = openDarkroom();
  const provider = createLocalProvider({ darkroom, scratchFolder: nextFolder() });
  return {
    provider,
    entries: catalogue.list(),
    async dispose() {
      await provider.close();
      await darkroom.close();
    },
  };
});

function nextFolder(): string {
  made += 1;
  return path.join(folder, `scratch-${made}`);
}

interface Development {
  readonly request: DevelopRequest;
  readonly log: (line: string) => void;
  finish(): Promise<void>;
  fail(error: unknown): void;
}

/** A darkroom whose engine takes as long, and ends, as a test likes. */
function openScripted(scratchFolder = nextFolder()) {
  const developments: Development[] = [];
  const refuse = async (): Promise<never> => {
    throw new Error("Expected only develop");
  };
  const darkroom: Darkroom = {
    ingest: refuse,
    fit: refuse,
    maskFacts: refuse,
    cut: refuse,
    paste: refuse,
    merge: refuse,
    trim: refuse,
    thumbnail: refuse,
    blend: refuse,
    exportPicture: refuse,
    writePsd: refuse,
    close: async () => undefined,
    develop: (request: DevelopRequest, { signal: stop, onLog }: JobOptions = {}) =>
      new Promise((resolve, reject) => {
        stop?.addEventListener("abort", () => reject(stop.reason));
        developments.push({
          request,
          log: (line) => onLog?.(line),
          async finish() {
            await writeFile(`${request.outPrefix}-0.png`, "a result");
            resolve([`${request.outPrefix}-0.png`]);
          },
          fail: reject,
        });
      }),
  };
  const provider = createLocalProvider({ darkroom, scratchFolder });
  open.push(provider);
  return {
    provider,
    scratchFolder,
    developments,
    async nextDevelopment(index = 0): Promise<Development> {
      await vi.waitUntil(() => developments.length > index, patience);
      return developments[index] ?? expect.fail("Expected a development");
    },
  };
}

function ask(more: Partial<Ask> = {}): Promise<Ask> {
  return askFor(catalogue.get("black-forest-labs/flux-schnell"), folder, more);
}

async function filesBelow(parent: string): Promise<string[]> {
  const names = await readdir(parent, { recursive: true });
  const facts = await Promise.all(names.map((name) => stat(path.join(parent, name))));
  return names.filter((_, index) => facts[index]?.isFile());
}

describe("the local provider", () => {
  it("costs nothing, takes pictures as they are and needs no host", () => {
    const { provider } = openScripted();
    expect(provider).toMatchObject({ name: "local", host: null, asksAreFree: true, pictureEncoding: { mode: "lossless" } });
  });

  it("answers at once, shows the logs as they come and then the results", async () => {
    const { provider, nextDevelopment } = openScripted();
    const asked = await provider.ask(await ask(), signal);
    expect(asked).toMatchObject({ state: "starting", outputs: [], logs: "", error: null });
    const development = await nextDevelopment();
    development.log("Using seed: 7");
    expect(await provider.read(asked.id, signal)).toMatchObject({ state: "processing", logs: "Using seed: 7\n" });
    await development.finish();
    const over = await readUntilOver(provider, asked.id);
    expect(over).toMatchObject({ state: "succeeded", outputs: [`local:${asked.id}/0`] });
    const file = path.join(folder, "copied");
    expect(await provider.download(over.outputs[0] ?? "", file, signal)).toEqual({ bytes: 8 });
    expect(await readFile(file, "utf8")).toBe("a result");
  });

  it("copies the pictures it is lent", async () => {
    const { provider, nextDevelopment } = openScripted();
    const lent = await preparePicture({ folder, as: "picture", width: 8, height: 8 });
    const bytes = await readFile(lent.path);
    await provider.ask(await ask({ pictures: { input_image: lent } }), signal);
    await rm(lent.path);
    const { request } = await nextDevelopment();
    expect(await readFile(request.pictures.input_image ?? "")).toEqual(bytes);
  });

  it("takes a prediction that is asked twice for the same one", async () => {
    const { provider, developments, nextDevelopment } = openScripted();
    const request = await ask();
    const [first, second] = await Promise.all([provider.ask(request, signal), provider.ask(request, signal)]);
    expect(second).toEqual(first);
    await (await nextDevelopment()).finish();
    await readUntilOver(provider, first.id);
    expect(await provider.ask(request, signal)).toMatchObject({ id: first.id, state: "succeeded" });
    expect(developments).toHaveLength(1);
  });

  it("draws the same seed for the same prediction where the model has none", async () => {
    const seeds: number[] = [];
    const request = await ask({ seed: null });
    for (const { provider, nextDevelopment } of [openScripted(), openScripted()]) {
      await provider.ask(request, signal);
      seeds.push((await nextDevelopment()).request.seed);
    }
    expect(seeds[0]).toBe(seeds[1]);
    expect(seeds[0]).toSatisfy((seed: number) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31);
  });

  it("keeps the engine's own error and frees the files of a run that failed", async () => {
    const { provider, nextDevelopment, scratchFolder } = openScripted();
    const lent = await preparePicture({ folder, as: "picture", width: 8, height: 8 });
    const { id } = await provider.ask(await ask({ pictures: { input_image: lent } }), signal);
    const refusal = new AppError("not_understood", "Expected an instruction I know for prompt but received another");
    (await nextDevelopment()).fail(refusal);
    expect(await readUntilOver(provider, id)).toMatchObject({ state: "failed", error: refusal, outputs: [] });
    await vi.waitFor(async () => expect(await filesBelow(scratchFolder)).toEqual([]), patience);
    expect(await provider.cancel(id, signal)).toBe("already-over");
  });

  it("calls anything unexpected a failure of the engine", async () => {
    const { provider, nextDevelopment } = openScripted();
    const { id } = await provider.ask(await ask(), signal);
    (await nextDevelopment()).fail(new TypeError("x is not a function"));
    expect((await readUntilOver(provider, id)).error).toMatchObject({ code: "engine_failed" });
  });

  it("stops what is canceled at once and leaves no file", async () => {
    const { provider, nextDevelopment, scratchFolder } = openScripted();
    const { id } = await provider.ask(await ask(), signal);
    await nextDevelopment();
    expect(await provider.cancel(id, signal)).toBe("canceled");
    expect(await provider.read(id, signal)).toMatchObject({ state: "canceled", outputs: [], error: null });
    expect(await provider.cancel(id, signal)).toBe("canceled");
    expect(await filesBelow(scratchFolder)).toEqual([]);
  });

  it("frees everything that is forgotten, even while it runs", async () => {
    const { provider, nextDevelopment, scratchFolder } = openScripted();
    const finished = await provider.ask(await ask(), signal);
    await (await nextDevelopment()).finish();
    const { outputs } = await readUntilOver(provider, finished.id);
    const running = await provider.ask(await ask(), signal);
    await nextDevelopment(1);
    await provider.forget(finished.id);
    await provider.forget(running.id);
    expect(await filesBelow(scratchFolder)).toEqual([]);
    await expect(provider.read(running.id, signal)).rejects.toMatchObject({ code: "prediction_lost", started: "no" });
    const lateCopy = provider.download(outputs[0] ?? "", path.join(folder, "late"), signal);
    await expect(lateCopy).rejects.toMatchObject({ code: "prediction_lost", started: "no" });
  });

  it("lets a run that found no place in the darkroom be asked again", async () => {
    const { provider, nextDevelopment, developments } = openScripted();
    const request = await ask();
    const { id } = await provider.ask(request, signal);
    (await nextDevelopment()).fail(new AppError("busy", "Expected room in the queue", { retryAfterMs: 1 }));
    await expect.poll(() => provider.read(id, signal).catch((error) => error.code), patience).toBe("prediction_lost");
    await provider.ask(request, signal);
    expect(developments).toHaveLength(2);
  });

  it("asks for patience when many wait already", async () => {
    const { provider } = openScripted();
    for (let count = 0; count < 32; count += 1) await provider.ask(await ask(), signal);
    await expect(provider.ask(await ask(), signal)).rejects.toMatchObject({
      name: "ProviderError",
      code: "busy",
      started: "no",
      retryAfterMs: expect.any(Number),
    });
  });

  it("says not begun when the lent pictures cannot be copied, and may be asked again", async () => {
    const { provider, developments, scratchFolder } = openScripted();
    const lent = await preparePicture({ folder, as: "picture", width: 8, height: 8 });
    const request = await ask({ pictures: { input_image: { ...lent, path: path.join(folder, "gone") } } });
    await expect(provider.ask(request, signal)).rejects.toMatchObject({ code: "internal", started: "no" });
    expect(await filesBelow(scratchFolder)).toEqual([]);
    await provider.ask({ ...request, pictures: { input_image: lent } }, signal);
    await vi.waitUntil(() => developments.length === 1, patience);
  });

  it("removes at its start what dead processes left behind, and nothing else", async () => {
    const scratchFolder = nextFolder();
    const living = openScripted(scratchFolder);
    await living.provider.ask(await ask(), signal);
    await living.nextDevelopment();
    const [own = ""] = await readdir(scratchFolder);
    const dead = own.replace(/-\d+-/, "-999999999-");
    const reborn = own.slice(0, -1);
    const [elsewhere, elsewhereLongAgo] = ["00000000-1-x", "00000001-1-x"];
    for (const name of [dead, reborn, elsewhere, elsewhereLongAgo]) await mkdir(path.join(scratchFolder, name));
    await utimes(path.join(scratchFolder, elsewhereLongAgo), 0, 0);
    const second = openScripted(scratchFolder);
    await second.provider.ask(await ask(), signal);
    const left = await readdir(scratchFolder);
    expect(left).toHaveLength(3);
    expect(left).toEqual(expect.arrayContaining([own, elsewhere]));
  });

  it("leaves nothing when it is closed", async () => {
    const { provider, nextDevelopment, scratchFolder } = openScripted();
    await provider.ask(await ask(), signal);
    await nextDevelopment();
    await provider.close();
    expect(await readdir(scratchFolder)).toEqual([]);
  });
});
