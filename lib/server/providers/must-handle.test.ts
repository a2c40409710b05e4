/** What a client of this API has to cope with, point by point, against a gateway that is a real server. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { createOutbound } from "#lib/server/outbound/outbound.ts";
import { type FakeGateway, type FakeGatewayOptions, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { closedOrigin, startRawServer } from "#lib/testing/raw-server.ts";
import { replicateBase } from "./base-url.ts";
import { askFor, readUntilOver } from "./contract.ts";
import type { Ask } from "./provider.ts";
import { isFiltered, readProgress, readSeed } from "./read-logs.ts";
import { createReplicateProvider, type ReplicateOptions } from "./replicate.ts";

const catalogue = createCatalogue();
const schnell = catalogue.get("black-forest-labs/flux-schnell");
const fill = catalogue.get("black-forest-labs/flux-fill-dev");
const signal = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-must-handle-"));
});
afterAll(() => rm(folder, { recursive: true }));
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(options: FakeGatewayOptions = {}, more: Partial<ReplicateOptions> = {}) {
  const gateway = await startFakeGateway(options);
  const provider = createReplicateProvider({ token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [], ...more });
  cleanups.push(async () => {
    await provider.close();
    await gateway.close();
    expect(gateway.followed).toEqual([]);
  });
  const ask = async (asked: Partial<Ask> = {}) => provider.ask(await askFor(asked.model ?? schnell, folder, asked), signal);
  return { gateway, provider, ask, read: (id: string) => provider.read(id, signal) };
}

const callsOf = (gateway: FakeGateway, call: string) => gateway.requests.filter((request) => request.call === call).length;
const newFile = () => path.join(folder, crypto.randomUUID());
const clock = (startMs = 1_000_000) => {
  const time = { nowMs: startMs, now: () => time.nowMs };
  return time;
};

describe("1. the answer to a create", () => {
  it.each([200, 201, 202])("may be %i with no more than id and status", async (createdStatus) => {
    const { ask } = await open({ createdStatus });
    expect(await ask()).toMatchObject({ state: "starting", outputs: [], logs: "", error: null, dataRemoved: false });
  });

  it("may be long, too", async () => {
    const { ask, provider } = await open({ isTerse: false });
    const { id } = await ask();
    expect((await readUntilOver(provider, id)).outputs).toHaveLength(1);
  });
});

describe("2. looking", () => {
  it("takes an unknown status for one more way of being busy", async () => {
    const { gateway, ask, read } = await open();
    const { id } = await ask();
    gateway.fault("read", "unknown-status");
    expect((await read(id)).state).toBe("processing");
  });

  it("knows aborted as an end, and the spellings of other services", async () => {
    const { gateway, ask, read, provider } = await open({ script: { end: "aborted" } });
    expect((await readUntilOver(provider, (await ask()).id)).state).toBe("aborted");
    gateway.setScript({ pace: { by: "looks", starting: 0, processing: 0 } });
    const { id } = await ask();
    gateway.fault("read", "loud-status");
    expect((await read(id)).state).toBe("succeeded");
  });

  it("happens below the base and never at an address from an answer", async () => {
    const { gateway, ask, provider } = await open({ isTerse: false });
    await readUntilOver(provider, (await ask()).id);
    expect(gateway.requests.every((request) => request.path.startsWith("/replicate/v1/"))).toBe(true);
  });
});

it("3. outputs that are there early do not end a prediction", async () => {
  const { ask, read } = await open({ script: { isEarly: true, pace: { by: "looks", starting: 0, processing: 2 } } });
  const { id } = await ask();
  expect(await read(id)).toMatchObject({ state: "processing", outputs: [expect.stringContaining("/files/")] });
});

describe("4. a success without pictures", () => {
  it("tells expired, held back and plainly missing apart", async () => {
    const { gateway, ask, provider, read } = await open({ script: { outputs: 0, isFiltered: true } });
    const filtered = await readUntilOver(provider, (await ask()).id);
    expect([filtered.outputs, filtered.dataRemoved, isFiltered(filtered.logs)]).toEqual([[], false, true]);
    gateway.setScript({ outputs: 0 });
    const missing = await readUntilOver(provider, (await ask()).id);
    expect([missing.outputs, missing.dataRemoved, isFiltered(missing.logs)]).toEqual([[], false, false]);
    gateway.setScript({});
    const { id } = await ask();
    await readUntilOver(provider, id);
    gateway.clock.advance(3_700_000);
    expect(await read(id)).toMatchObject({ state: "succeeded", outputs: [], dataRemoved: true });
  });

  it("may also be a success with fewer than were asked for", async () => {
    const { ask, provider } = await open({ script: { outputs: 1 } });
    const { id } = await ask({ inputs: { prompt: "boats", num_outputs: 4 } });
    expect((await readUntilOver(provider, id)).outputs).toHaveLength(1);
  });
});

it("5. results come as an address, a list or inside the answer, whatever their names say", async () => {
  const { gateway, ask, provider } = await open();
  const pro = catalogue.get("black-forest-labs/flux-kontext-pro");
  for (const [model, isInline] of [
    [pro, false],
    [schnell, false],
    [schnell, true],
  ] as const) {
    gateway.setScript({ isInline });
    const [address = ""] = (await readUntilOver(provider, (await ask({ model })).id)).outputs;
    expect(address).toMatch(isInline ? /^data:/ : /\.webp$/);
    const file = newFile();
    await provider.download(address, file, signal);
    expect((await readFile(file)).toString("latin1", 1, 4)).toBe("PNG");
  }
});

describe("6. copying a result", () => {
  it("shows the key to nobody", async () => {
    const { gateway, ask, provider } = await open();
    const [address = ""] = (await readUntilOver(provider, (await ask()).id)).outputs;
    await provider.download(address, newFile(), signal);
    expect(gateway.requests.find(({ call }) => call === "download")?.headers.authorization).toBeUndefined();
    expect(gateway.violations).toEqual([]);
  });

  it.each([
    "http://replicate.delivery/x.png",
    "https://files.example.com/x.png",
    "https://replicate.delivery.example.com/x",
    "https://169.254.169.254/x",
  ])("takes nothing from %s", async (address) => {
    const { provider } = await open();
    await expect(provider.download(address, newFile(), signal)).rejects.toMatchObject({ code: "result_refused", transient: false });
  });

  it.each([
    ["https://replicate.delivery/x.png", []],
    ["https://pbxt.replicate.delivery/a/out-0.png", []],
    ["https://files.example.com/x.png", ["files.example.com"]],
    ["https://eu.files.example.com/x.png", ["*.files.example.com"]],
  ])("goes to %s when %j is allowed besides the usual hosts", async (address, resultHosts) => {
    const names: string[] = [];
    const lookup: Parameters<typeof createOutbound>[0]["lookup"] = (name, _options, callback) => {
      names.push(name);
      callback(new Error("ENOTFOUND"), []);
    };
    const outbound = createOutbound({ trustedOrigins: [], lookup });
    cleanups.push(() => outbound.close());
    const { provider } = await open({}, { outbound, resultHosts });
    await expect(provider.download(address, newFile(), signal)).rejects.toMatchObject({ code: "result_unreachable", transient: true });
    expect(names).toEqual([new URL(address).hostname]);
  });

  it("ends for good when the file is gone", async () => {
    const { gateway, ask, provider } = await open();
    const [address = ""] = (await readUntilOver(provider, (await ask()).id)).outputs;
    gateway.clock.advance(3_700_000);
    await expect(provider.download(address, newFile(), signal)).rejects.toMatchObject({ code: "results_expired", transient: false });
  });
});

describe("7. a create is sent once", () => {
  it.each(["reset-before-headers", "reset-mid-body", "status-500", "html-502", "html-200", "throttled-seconds"] as const)(
    "even after %s",
    async (fault) => {
      const { gateway, ask } = await open();
      gateway.fault("create", fault, { times: 5, accepted: true });
      await expect(ask()).rejects.toMatchObject({ name: "ProviderError" });
      expect(callsOf(gateway, "create")).toBe(1);
    },
  );

  it("and a connection that was refused has surely not begun anything", async () => {
    const provider = createReplicateProvider({ token: "r8_x", baseUrl: replicateBase(await closedOrigin()), resultHosts: [] });
    cleanups.push(() => provider.close());
    await expect(provider.ask(await askFor(schnell, folder), signal)).rejects.toMatchObject({
      code: "provider_unreachable",
      started: "no",
    });
  });

  it("and one whose answer was lost is found in the list by its inputs", async () => {
    const { gateway, ask, provider } = await open();
    gateway.fault("create", "reset-before-headers", { accepted: true });
    await expect(ask({ seed: 815 })).rejects.toMatchObject({ code: "answer_lost", started: "maybe" });
    expect(await provider.recent(signal)).toMatchObject([{ id: gateway.predictions[0]?.id, model: schnell.id, input: { seed: 815 } }]);
  });
});

describe("8. too many requests", () => {
  it.each(["throttled-seconds", "throttled-date", "throttled-text", "throttled-body"] as const)(
    "%s: nobody asks with this key before the time",
    async (fault) => {
      const time = clock();
      const { gateway, ask } = await open({}, { clock: time });
      gateway.fault("create", fault, { waitS: 7 });
      await expect(ask()).rejects.toMatchObject({ code: "provider_throttled", started: "no", retryAfterMs: 7000 });
      time.nowMs += 4000;
      await expect(ask()).rejects.toMatchObject({ code: "provider_throttled", started: "no", retryAfterMs: 3000 });
      expect(callsOf(gateway, "create")).toBe(1);
      time.nowMs += 3000;
      expect((await ask()).state).toBe("starting");
    },
  );

  it("asking too often is no reason to stop looking; looking too often stops both", async () => {
    const time = clock();
    const { gateway, ask, read } = await open({}, { clock: time });
    const { id } = await ask();
    gateway.fault("create", "throttled-seconds");
    await expect(ask()).rejects.toMatchObject({ code: "provider_throttled" });
    expect((await read(id)).id).toBe(id);
    time.nowMs += 30_000;
    gateway.fault("read", "throttled-seconds", { waitS: 5 });
    await expect(read(id)).rejects.toMatchObject({ code: "provider_throttled", retryAfterMs: 5000, transient: true });
    await expect(read(id)).rejects.toMatchObject({ code: "provider_throttled" });
    await expect(ask()).rejects.toMatchObject({ code: "provider_throttled", started: "no" });
    expect([callsOf(gateway, "read"), callsOf(gateway, "create")]).toEqual([2, 2]);
  });

  it("an absurd wait is cut, a missing one guessed, and neither opens the breaker", async () => {
    const { gateway, ask, provider } = await open({}, { clock: clock() });
    gateway.fault("create", "throttled-absurd");
    await expect(ask()).rejects.toMatchObject({ retryAfterMs: 120_000 });
    const other = await open();
    other.gateway.fault("create", "throttled-silent");
    await expect(other.ask()).rejects.toMatchObject({ retryAfterMs: 10_000 });
    expect(provider.available).toBe(true);
  });
});

describe("9. trouble while looking", () => {
  it("leaves the prediction alone, and a 404 is one of its kinds", async () => {
    const { gateway, ask, read } = await open();
    const { id } = await ask();
    for (const [fault, code] of [
      ["status-404", "prediction_lost"],
      ["status-500", "provider_unavailable"],
      ["reset-mid-body", "provider_unreachable"],
    ] as const) {
      gateway.fault("read", fault);
      await expect(read(id)).rejects.toMatchObject({ code, transient: true });
    }
    expect((await read(id)).id).toBe(id);
  });

  it("keeps calls back after five failures in a row, and shows it", async () => {
    const { gateway, ask, read, provider } = await open();
    const { id } = await ask();
    gateway.fault("read", "html-502", { times: 5 });
    for (let time = 0; time < 5; time += 1) await expect(read(id)).rejects.toMatchObject({ code: "provider_unavailable" });
    expect(provider.available).toBe(false);
    await expect(ask()).rejects.toMatchObject({ code: "provider_unavailable", started: "no", transient: true });
    await expect(read(id)).rejects.toMatchObject({ code: "provider_unavailable", retryAfterMs: expect.any(Number) });
    expect(gateway.requests).toHaveLength(6);
  });
});

describe("10. canceling", () => {
  it.each(["status-404", "status-405"] as const)("is not supported where the answer is %s", async (fault) => {
    const { gateway, ask, provider } = await open();
    gateway.fault("cancel", fault);
    expect(await provider.cancel((await ask()).id, signal)).toBe("not-supported");
  });

  it("may be overtaken by the result", async () => {
    const { gateway, ask, provider } = await open();
    const { id } = await ask();
    gateway.fault("cancel", "late-result");
    expect(await provider.cancel(id, signal)).toBe("canceled");
    expect((await readUntilOver(provider, id)).outputs).toHaveLength(1);
  });
});

it("11. a prediction may be starting for as long as it likes", async () => {
  const { gateway, ask, read } = await open({ script: { pace: { by: "time", startingMs: 3_600_000, processingMs: 1 } } });
  const { id } = await ask();
  gateway.clock.advance(1_800_000);
  expect(await read(id)).toMatchObject({ state: "starting", error: null });
});

it("12. an error inside a prediction need not be text, and is never repeated with keys or addresses", async () => {
  const { gateway, ask, provider } = await open();
  for (const error of [{ message: "broken, see https://x.example.com/r8_abcdefgh" }, ["a"], 5, null, "", "<html>oops</html>"]) {
    gateway.setScript({ end: "failed", error });
    const { state, error: failure } = await readUntilOver(provider, (await ask()).id);
    expect([state, failure?.code]).toEqual(["failed", "prediction_failed"]);
    expect(failure?.message).not.toMatch(/https?:|r8_|<html/);
  }
});

it("13. a refusal names the fields of the form", async () => {
  const { ask } = await open();
  const failure = { code: "provider_rejected_input", started: "refused", faults: [{ field: "num_inference_steps" }] };
  await expect(ask({ inputs: { prompt: "a", num_inference_steps: 9 } })).rejects.toMatchObject(failure);
});

describe("14.–16. what is sent", () => {
  it.each(catalogue.list().map((entry) => [entry.id, entry] as const))(
    "%s: keeps every rule of the published schema",
    async (_id, model) => {
      const { gateway, ask } = await open();
      await ask({ model });
      expect(gateway.violations).toEqual([]);
      const body: { input: Record<string, unknown> } = JSON.parse(gateway.requests[0]?.body ?? "");
      expect(Object.values(body.input)).not.toContain(null);
      expect(body.input.seed).toBe(7);
    },
  );

  it("is refused before it leaves when a picture is too large for a data URI", async () => {
    const { gateway, provider } = await open();
    const asked = await askFor(fill, folder);
    const pictures = Object.fromEntries(Object.entries(asked.pictures).map(([name, fitted]) => [name, { ...fitted, bytes: 760_000 }]));
    await expect(provider.ask({ ...asked, pictures }, signal)).rejects.toMatchObject({ code: "too_large", started: "refused" });
    expect(gateway.requests).toEqual([]);
  });
});

it("18. moderation and the platform's own accidents have codes of their own", async () => {
  const { gateway, ask, provider } = await open();
  const endings = [
    ["The input or output was flagged as sensitive. (E005) (x)", "flagged"],
    ["Prediction interrupted; please retry (code: PA)", "prediction_interrupted"],
    ["Director: unexpected error handling prediction (E6716)", "prediction_interrupted"],
  ] as const;
  for (const [error, code] of endings) {
    gateway.setScript({ end: "failed", error });
    expect((await readUntilOver(provider, (await ask()).id)).error?.code).toBe(code);
  }
});

it("19. seed and progress are in the logs", async () => {
  const { ask, read } = await open({ script: { pace: { by: "looks", starting: 0, processing: 4 } } });
  const { id } = await ask({ seed: 42 });
  await read(id);
  await read(id);
  const { logs } = await read(id);
  expect([readSeed(logs), readProgress(logs)]).toEqual([42, 0.5]);
});

it("20. no webhook is asked for", async () => {
  const { gateway, ask } = await open();
  await ask();
  expect(Object.keys(JSON.parse(gateway.requests[0]?.body ?? ""))).toEqual(["input"]);
});

describe("21. the base address", () => {
  it.each(["/replicate", "/replicate/", "/replicate/v1", "/replicate/v1/"])("may be written with %s", async (tail) => {
    const gateway = await startFakeGateway();
    const provider = createReplicateProvider({ token: gateway.token, baseUrl: replicateBase(`${gateway.origin}${tail}`), resultHosts: [] });
    cleanups.push(provider.close, gateway.close);
    expect((await provider.ask(await askFor(schnell, folder), signal)).state).toBe("starting");
  });

  it("is never left by a redirect: the key would follow", async () => {
    const elsewhere = await startRawServer((socket) => socket.end());
    const server = await startRawServer((socket) =>
      socket.end(`HTTP/1.1 307 Go\r\nlocation: ${elsewhere.origin}/\r\ncontent-length: 0\r\n\r\n`),
    );
    const provider = createReplicateProvider({ token: "r8_x", baseUrl: `${server.origin}/v1`, resultHosts: [] });
    cleanups.push(provider.close, server.close, elsewhere.close);
    await expect(provider.ask(await askFor(schnell, folder), signal)).rejects.toMatchObject({
      code: "provider_bad_answer",
      started: "refused",
    });
    expect(elsewhere.connections).toBe(0);
  });
});

it("22. the service's name is that of its address", async () => {
  const { gateway, provider } = await open();
  expect(provider.host).toBe(new URL(gateway.origin).host);
});
