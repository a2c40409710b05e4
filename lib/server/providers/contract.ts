/** What every provider has to keep. A driver's test calls describeProvider with a bench of its own. */
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { InputValue, ModelEntry, Task } from "#lib/models/model.ts";
import type { Fitted } from "#lib/server/darkroom/darkroom.ts";
import { patience } from "#lib/testing/patience.ts";
import { preparePicture } from "#lib/testing/prepared-picture.ts";
import { type Ask, type Provider, ProviderError, type Snapshot } from "./provider.ts";

export interface ProviderBench {
  readonly provider: Provider;
  /** The models to try. */
  readonly entries: readonly ModelEntry[];
  dispose(): Promise<void>;
}

const signal = new AbortController().signal;
const pictureSide = 64;
const prompts: Readonly<Record<Task, string>> = {
  edit: "make it brighter",
  fill: "remove it",
  combine: "put them side by side",
  generate: "a red sunset over the sea",
};

/** What a run of this model needs and no more. */
export async function askFor(entry: ModelEntry, folder: string, more: Partial<Ask> = {}): Promise<Ask> {
  const inputs: Record<string, InputValue> = {};
  const pictures: Record<string, Fitted> = {};
  for (const field of entry.fields) {
    if (field.hidden) continue;
    if (field.kind === "text" && field.required) inputs[field.name] = prompts[entry.task];
    if (entry.task !== "generate" && (field.kind === "picture" || field.kind === "mask")) {
      pictures[field.name] = await preparePicture({ folder, as: field.kind, width: pictureSide, height: pictureSide });
    }
  }
  return { predictionId: `prd_${crypto.randomUUID()}`, model: entry, inputs, pictures, seed: 7, ...more };
}

export function isOver({ state }: Snapshot): boolean {
  return state !== "starting" && state !== "processing";
}

/** Looks until the prediction is over. */
export async function readUntilOver(provider: Provider, id: string): Promise<Snapshot> {
  let last: Snapshot | null = null;
  await vi.waitUntil(async () => {
    last = await provider.read(id, signal);
    return isOver(last);
  }, patience);
  return last ?? provider.read(id, signal);
}

async function failureOf(promise: Promise<unknown>): Promise<ProviderError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ProviderError) return error;
  throw new Error("Expected a ProviderError", { cause: error });
}

export function describeProvider(name: string, setup: () => Promise<ProviderBench>): void {
  describe(`the provider "${name}"`, () => {
    let bench: ProviderBench;
    let folder: string;
    let provider: Provider;
    let anyEntry: ModelEntry;
    beforeAll(async () => {
      bench = await setup();
      provider = bench.provider;
      folder = await mkdtemp(path.join(tmpdir(), "pentimento-provider-"));
      const [first] = bench.entries;
      if (!first) throw new Error("Expected at least one model to try");
      anyEntry = bench.entries.find(({ task }) => task === "generate") ?? first;
    });
    afterAll(async () => {
      await bench.dispose();
      await rm(folder, { recursive: true, force: true });
    });

    it("carries its own name", () => {
      expect(provider.name).toBe(name);
    });

    it("runs every model to pictures that can be copied", async () => {
      for (const entry of bench.entries) {
        const asked = await provider.ask(await askFor(entry, folder), signal);
        const snapshot = await readUntilOver(provider, asked.id);
        expect([entry.id, snapshot.state, snapshot.error], entry.id).toEqual([entry.id, "succeeded", null]);
        expect(snapshot.outputs.length, entry.id).toBeGreaterThanOrEqual(1);
        for (const [index, address] of snapshot.outputs.entries()) {
          const file = path.join(folder, `${asked.id}-${index}`);
          const { bytes } = await provider.download(address, file, signal);
          expect((await stat(file)).size).toBe(bytes);
          expect((await readFile(file)).toString("latin1", 0, 16)).toMatch(/^(\x89PNG|\xff\xd8\xff|RIFF[\s\S]{4}WEBP|GIF8)/);
        }
        await provider.forget(asked.id);
      }
    });

    it("answers the same when it is looked at again", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      const first = await readUntilOver(provider, id);
      expect(await provider.read(id, signal)).toEqual(first);
    });

    it("tells the seed in the logs", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder, { seed: 4711 }), signal);
      expect((await readUntilOver(provider, id)).logs).toContain("Using seed: 4711");
    });

    it("stops what is canceled, or says that it was over already", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      const answer = await provider.cancel(id, signal);
      const { state } = await readUntilOver(provider, id);
      expect([answer, state]).toEqual(state === "canceled" ? ["canceled", "canceled"] : ["already-over", "succeeded"]);
    });

    it("says so when a finished prediction is canceled", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      await readUntilOver(provider, id);
      expect(await provider.cancel(id, signal)).toBe("already-over");
    });

    it("can be tried, and nothing was started by it", async () => {
      const before = await provider.recent(signal);
      expect(await provider.check(signal)).toBe("works");
      expect(await provider.recent(signal)).toEqual(before);
    });

    it("calls a prediction it does not know lost", async () => {
      const failure = await failureOf(provider.read("abcdefghijklmnopqrstuvwxyz", signal));
      expect([failure.code, failure.transient]).toEqual(["prediction_lost", true]);
    });

    it.each(["https://10.0.0.1/x.png", "http://127.0.0.1:1/x.png", "file:///etc/hostname", "/etc/hostname", "../../etc/hostname", ""])(
      "copies nothing from %j",
      async (address) => {
        const file = path.join(folder, crypto.randomUUID());
        expect((await failureOf(provider.download(address, file, signal))).code).toMatch(/^result_(refused|unreachable)$/);
        await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
      },
    );

    it("never writes over a file", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      const { outputs } = await readUntilOver(provider, id);
      const file = path.join(folder, "mine");
      await writeFile(file, "mine");
      await failureOf(provider.download(outputs[0] ?? "", file, signal));
      expect(await readFile(file, "utf8")).toBe("mine");
    });

    it("lists what it runs, newest first, or has no list", async () => {
      const asked = [
        await provider.ask(await askFor(anyEntry, folder), signal),
        await provider.ask(await askFor(anyEntry, folder), signal),
      ];
      const listed = await provider.recent(signal);
      if (listed === null) return expect(listed).toBeNull();
      const ids = asked.map(({ id }) => id).reverse();
      expect(listed.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
    });

    it("ends with one of its own errors when the caller gave up before", async () => {
      const gone = AbortSignal.abort();
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      const ask = await failureOf(provider.ask(await askFor(anyEntry, folder), gone));
      expect(ask.started).toBe("no");
      expect((await failureOf(provider.read(id, gone))).transient).toBe(true);
    });

    it("forgets twice, and what it never knew", async () => {
      const { id } = await provider.ask(await askFor(anyEntry, folder), signal);
      await readUntilOver(provider, id);
      for (const known of [id, id, "abcdefghijklmnopqrstuvwxyz"]) await expect(provider.forget(known)).resolves.toBeUndefined();
    });
  });
}
