import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { log } from "#lib/server/log.ts";
import { patience } from "#lib/testing/patience.ts";
import { type DarkroomOptions, openDarkroom, type Pool } from "./pool.ts";

let folder: string;
let made = 0;
const open: Pool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-pool-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((darkroom) => darkroom.close()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function openPool(options: DarkroomOptions = {}): Pool {
  const darkroom = openDarkroom(options);
  open.push(darkroom);
  return darkroom;
}

function nextPath(): string {
  made += 1;
  return path.join(folder, String(made));
}

async function smallPicture(): Promise<string> {
  const file = nextPath();
  await sharp({ create: { width: 16, height: 12, channels: 3, background: "#369" } })
    .toFormat("png")
    .toFile(file);
  return file;
}

/** A file that whoever opens it waits for, until somebody writes to it: a job that takes as long as a test likes. */
function makeStuckFile() {
  const file = nextPath();
  execFileSync("mkfifo", [file]);
  /** Succeeds only while a reader has it open. */
  const openForWriting = () => {
    try {
      return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch {
      return null;
    }
  };
  return {
    file,
    async untilOpened() {
      const handle = await vi.waitUntil(openForWriting, patience);
      return {
        answer(text: string) {
          writeSync(handle, text);
          closeSync(handle);
        },
        abandon: () => closeSync(handle),
      };
    },
  };
}

const take = (darkroom: Pool, file: string, signal?: AbortSignal) =>
  darkroom.ingest({ path: file, out: nextPath() }, signal ? { signal } : {});

function onlyPid(darkroom: Pool): number {
  const [pid, ...more] = darkroom.pids();
  if (pid === undefined || more.length > 0) throw new Error(`Expected one process but found ${darkroom.pids().length}`);
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A crash is told to whoever runs the server. */
function muteLog() {
  return vi.spyOn(log, "error").mockImplementation(() => undefined);
}

describe("the darkroom", () => {
  it("starts no process before there is something to do, and one for pictures then", async () => {
    const darkroom = openPool();
    expect(darkroom.pids()).toEqual([]);
    const file = await smallPicture();
    const facts = await Promise.all([take(darkroom, file), take(darkroom, file), darkroom.maskFacts(file)]);
    expect(facts[0]).toEqual({ format: "png", width: 16, height: 12, hasAlpha: false, notes: [], file, hasCopy: false });
    expect(darkroom.pids()).toHaveLength(1);
  });

  it("does every kind of job in its processes", async () => {
    const darkroom = openPool();
    const path = await smallPicture();
    const [out, thumbnail] = [nextPath(), nextPath()];
    const fitted = await darkroom.fit({ path, out, size: [8, 8], encode: { mode: "lossless" }, as: "picture" });
    expect(fitted).toMatchObject({ path: out, mime: "image/png", width: 8, height: 8 });
    await expect(darkroom.thumbnail({ path, out: thumbnail, side: 8, format: "webp" })).resolves.toBeUndefined();
    const expand = { left: 8, top: 0, right: 0, bottom: 0 };
    const box = { x: 0, y: 0, width: 24, height: 12 };
    const frame = { method: "paste", expand, box, content: [24, 12], working: [64, 64] } as const;
    const cutOut = { picture: nextPath(), mask: nextPath() };
    const shown = await darkroom.cut({ picture: path, mask: null, frame, encode: { mode: "lossless" }, out: cutOut });
    expect(shown).toMatchObject({ picture: { width: 64, height: 64 }, mask: { width: 64, height: 64, mime: "image/png" } });
    const pasteOut = { picture: nextPath(), alpha: nextPath(), placed: nextPath() };
    const pasted = await darkroom.paste({ picture: path, mask: null, result: cutOut.picture, frame, out: pasteOut });
    expect(pasted).toMatchObject({ width: 24, height: 12, hasAlpha: false, pixels: 288, outside: { changed: 0 } });
    expect(Object.values(pasteOut).every((file) => existsSync(file))).toBe(true);
    const lines: string[] = [];
    const model = createCatalogue().get("black-forest-labs/flux-kontext-dev");
    const request = { model, inputs: { prompt: "make it brighter" }, seed: 3, pictures: { input_image: path }, outPrefix: nextPath() };
    const results = await darkroom.develop(request, { onLog: (line) => lines.push(line) });
    expect([...results, thumbnail].every((file) => existsSync(file))).toBe(true);
    expect(lines).toContain("Using seed: 3");
    expect(darkroom.pids()).toHaveLength(3);
  });

  it("brings errors over with code and message, and goes on with the same process", async () => {
    const darkroom = openPool();
    await take(darkroom, await smallPicture());
    const pid = onlyPid(darkroom);
    await expect(take(darkroom, import.meta.filename)).rejects.toMatchObject({
      name: "AppError",
      code: "picture_unsupported",
      message: expect.stringContaining("a text file"),
      cause: expect.objectContaining({ message: expect.stringContaining("sniff.ts") }),
    });
    expect(onlyPid(darkroom)).toBe(pid);
  });

  it("says busy when too many wait, with a time to come back", async () => {
    const darkroom = openPool({ maxWaiting: 1 });
    const stuck = makeStuckFile();
    const running = take(darkroom, stuck.file);
    const waiting = take(darkroom, await smallPicture());
    await expect(take(darkroom, await smallPicture())).rejects.toMatchObject({ code: "busy", retryAfterMs: expect.any(Number) });
    (await stuck.untilOpened()).answer("text");
    await expect(running).rejects.toMatchObject({ code: "picture_unsupported" });
    await expect(waiting).resolves.toMatchObject({ width: 16 });
  });

  it("kills a running job that is called off, and the next one gets a new process", async () => {
    const darkroom = openPool();
    const stuck = makeStuckFile();
    const stop = new AbortController();
    const running = take(darkroom, stuck.file, stop.signal);
    const reader = await stuck.untilOpened();
    const pid = onlyPid(darkroom);
    const reason = new Error("no longer wanted");
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    reader.abandon();
    expect(isAlive(pid)).toBe(false);
    await expect(take(darkroom, await smallPicture())).resolves.toMatchObject({ width: 16 });
    expect(onlyPid(darkroom)).not.toBe(pid);
  });

  it("takes a waiting job that is called off out of the queue and leaves the running one alone", async () => {
    const darkroom = openPool({ maxWaiting: 1 });
    const stuck = makeStuckFile();
    const running = take(darkroom, stuck.file);
    const stop = new AbortController();
    const waiting = take(darkroom, await smallPicture(), stop.signal);
    stop.abort(new Error("never mind"));
    await expect(waiting).rejects.toThrow("never mind");
    const next = take(darkroom, await smallPicture());
    (await stuck.untilOpened()).answer("text");
    await expect(running).rejects.toMatchObject({ code: "picture_unsupported" });
    await expect(next).resolves.toMatchObject({ width: 16 });
    await expect(take(darkroom, "never opened", AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
  });

  it("stops what takes too long", async () => {
    const darkroom = openPool({ jobTimeoutMs: 400 });
    await expect(take(darkroom, makeStuckFile().file)).rejects.toMatchObject({ code: "picture_too_demanding" });
    const model = createCatalogue().get("black-forest-labs/flux-kontext-dev");
    const request = { model, inputs: {}, seed: 1, pictures: { input_image: makeStuckFile().file }, outPrefix: nextPath() };
    await expect(darkroom.develop(request)).rejects.toMatchObject({ code: "engine_failed" });
  });

  it("stops what takes too much memory, and goes on", async () => {
    const darkroom = openPool({ memoryLimitBytes: 200_000_000 });
    const large = nextPath();
    const flat = { create: { width: 7000, height: 7000, channels: 3, background: "#123" } } as const;
    await sharp(flat).withMetadata({ orientation: 6 }).png({ compressionLevel: 1 }).toFile(large);
    await expect(take(darkroom, large)).rejects.toMatchObject({ code: "picture_too_demanding" });
    await expect(take(darkroom, await smallPicture())).resolves.toMatchObject({ width: 16 });
  });

  it("refuses an AVIF that unpacks to 50 megapixels by its header, without the memory for one", async () => {
    const bomb = nextPath();
    await sharp({ create: { width: 8000, height: 6250, channels: 3, background: "#aaa" } })
      .avif({ effort: 0 })
      .toFile(bomb);
    expect(readFileSync(bomb).length).toBeLessThan(4000);
    await expect(take(openPool({ memoryLimitBytes: 200_000_000 }), bomb)).rejects.toMatchObject({
      code: "picture_too_many_pixels",
      message: expect.stringContaining("50 (8000×6250)"),
    });
  });

  it("gives the job to another process when somebody outside ends the first", async () => {
    const log = muteLog();
    const darkroom = openPool();
    const stuck = makeStuckFile();
    const running = take(darkroom, stuck.file);
    const first = await stuck.untilOpened();
    const pid = onlyPid(darkroom);
    process.kill(pid, "SIGKILL");
    await vi.waitUntil(() => !darkroom.pids().includes(pid) && darkroom.pids().length === 1, patience);
    first.abandon();
    (await stuck.untilOpened()).answer("text");
    await expect(running).rejects.toMatchObject({ code: "picture_unsupported" });
    expect(log).toHaveBeenCalledWith(expect.anything(), "darkroom-process-died");
  });

  it("ends a job whose processes are killed again and again with a code", async () => {
    muteLog();
    const darkroom = openPool();
    const running = expect(take(darkroom, makeStuckFile().file)).rejects.toMatchObject({ code: "internal" });
    for (let round = 0, last = 0; round < 2; round += 1) {
      const pid = await vi.waitUntil(() => darkroom.pids().find((candidate) => candidate !== last), patience);
      process.kill(pid, "SIGKILL");
      last = pid;
    }
    await running;
    await expect(take(darkroom, await smallPicture())).resolves.toMatchObject({ width: 16 });
  });

  it("calls a picture that crashes the decoder unreadable", async () => {
    muteLog();
    const darkroom = openPool();
    const stuck = makeStuckFile();
    const running = take(darkroom, stuck.file);
    const reader = await stuck.untilOpened();
    process.kill(onlyPid(darkroom), "SIGSEGV");
    await expect(running).rejects.toMatchObject({ code: "picture_unreadable" });
    reader.abandon();
    await expect(take(darkroom, await smallPicture())).resolves.toMatchObject({ width: 16 });
  });

  it("does not end a job because of the terminal's Ctrl-C", async () => {
    const darkroom = openPool();
    const stuck = makeStuckFile();
    const running = take(darkroom, stuck.file);
    const reader = await stuck.untilOpened();
    const pid = onlyPid(darkroom);
    process.kill(pid, "SIGINT");
    process.kill(pid, "SIGTERM");
    reader.answer("text");
    await expect(running).rejects.toMatchObject({ code: "picture_unsupported" });
    expect(onlyPid(darkroom)).toBe(pid);
  });

  it("rejects everything with busy when it is closed, and leaves no process", async () => {
    const darkroom = openPool();
    const stuck = makeStuckFile();
    const jobs = [take(darkroom, stuck.file), take(darkroom, await smallPicture())].map((job) =>
      expect(job).rejects.toMatchObject({ code: "busy" }),
    );
    const reader = await stuck.untilOpened();
    const pid = onlyPid(darkroom);
    await darkroom.close();
    await Promise.all(jobs);
    reader.abandon();
    expect(isAlive(pid)).toBe(false);
    await expect(take(darkroom, await smallPicture())).rejects.toMatchObject({ code: "busy" });
  });
});

describe("the darkroom's processes", () => {
  it.runIf(process.platform === "linux")("are given no settings and no key", async () => {
    vi.stubEnv("REPLICATE_API_TOKEN", "canary-token");
    const darkroom = openPool();
    await take(darkroom, await smallPicture());
    const names = readFileSync(`/proc/${onlyPid(darkroom)}/environ`, "latin1")
      .split("\0")
      .map((line) => line.split("=")[0]);
    vi.unstubAllEnvs();
    expect(names.filter((name) => name !== "" && !name?.startsWith("NODE_CHANNEL_")).toSorted()).toEqual([
      "MALLOC_ARENA_MAX",
      "MALLOC_MMAP_THRESHOLD_",
    ]);
  });

  it("end with the server that started them, however it ends", async () => {
    const stuck = makeStuckFile();
    const program = `
      import { openDarkroom } from ${JSON.stringify(path.join(import.meta.dirname, "pool.ts"))};
      const darkroom = openDarkroom();
      darkroom.ingest({ path: ${JSON.stringify(stuck.file)}, out: "none" });
      setImmediate(() => console.log(darkroom.pids()[0]));`;
    const server = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    const pid = await new Promise<number>((resolve) => server.stdout.once("data", (text) => resolve(Number(text))));
    const reader = await stuck.untilOpened();
    expect(isAlive(pid)).toBe(true);
    server.kill("SIGKILL");
    await vi.waitUntil(() => !isAlive(pid), patience);
    reader.abandon();
  });

  it("are the only ones that ever load a decoder", () => {
    const program = `
      await import(${JSON.stringify(path.join(import.meta.dirname, "pool.ts"))});
      console.log(process.report.getReport().sharedObjects.join("\\n"));`;
    const loaded = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    expect(loaded).toContain("libc");
    expect(loaded).not.toMatch(/sharp|vips/);
  });

  it("let a program end that has nothing left for them to do", () => {
    const program = `
      import { openDarkroom } from ${JSON.stringify(path.join(import.meta.dirname, "pool.ts"))};
      openDarkroom().maskFacts("none").catch((error) => console.log(error.code));`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", timeout: 120_000 })).toBe(
      "internal\n",
    );
  });
});
