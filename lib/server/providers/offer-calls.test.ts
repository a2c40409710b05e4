import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { log } from "#lib/server/log.ts";
import type { WebhookStance } from "#lib/testing/fake-gateway/check-request.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { askFor } from "./contract.ts";
import type { Ask } from "./provider.ts";
import { createReplicateProvider, type ReplicateProvider } from "./replicate.ts";

const model = createCatalogue().get("black-forest-labs/flux-schnell");
const signal = new AbortController().signal;
const addressOf = (predictionId: string) => `http://127.0.0.1:9/api/predictions/${predictionId}/over/token`;

let gateway: FakeGateway;
let provider: ReplicateProvider;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "offer-calls-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await provider.close();
  await gateway.close();
  await rm(folder, { recursive: true });
});

async function open(webhooks: WebhookStance, callAddressOf: typeof addressOf | null = addressOf): Promise<void> {
  gateway = await startFakeGateway({ webhooks, script: { tells: "never" } });
  provider = createReplicateProvider({ token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [], callAddressOf });
}

const ask = async (more: Partial<Ask> = {}) => provider.ask(await askFor(model, folder, more), signal);
const bodies = () => gateway.requests.map(({ body }) => JSON.parse(body));
const offers = () => bodies().map((body) => "webhook" in body);

describe("where a gateway may call", () => {
  it("is told beside the input, and that only the end is wanted", async () => {
    await open("taken");
    await ask({ predictionId: "prd_7" });
    expect(bodies()).toEqual([{ input: expect.any(Object), webhook: addressOf("prd_7"), webhook_events_filter: ["completed"] }]);
    expect(gateway.violations).toEqual([]);
  });

  it("is told to nobody where it is off", async () => {
    await open("taken", null);
    await ask();
    expect(bodies()).toEqual([{ input: expect.any(Object) }]);
  });

  it.each(["unknown", "refused"] as const)(
    "is left out from then on for a gateway to which it is %s, which runs and charges once",
    async (stance) => {
      const warned = vi.spyOn(log, "warn").mockReturnValue(undefined);
      await open(stance);
      await ask();
      expect([offers(), gateway.predictions.length]).toEqual([[true, false], 1]);
      await ask();
      await ask();
      expect([offers().slice(2), gateway.predictions.length]).toEqual([[false, false], 3]);
      expect(warned.mock.calls).toEqual([[{ host: new URL(gateway.origin).host }, "webhooks-refused"]]);
    },
  );

  it("is told on where it was the input that was wrong", async () => {
    await open("taken");
    const refused = { code: "provider_rejected_input", started: "refused" };
    // This one names its field; the next says nothing, both times.
    gateway.fault("create", "status-422");
    await expect(ask()).rejects.toMatchObject(refused);
    gateway.fault("create", "status-400", { times: 2 });
    await expect(ask()).rejects.toMatchObject(refused);
    expect([offers(), gateway.predictions.length]).toEqual([[true, true, false], 0]);
    await ask();
    // It has taken the address once, so that a refusal is about something else.
    gateway.fault("create", "status-400");
    await expect(ask()).rejects.toMatchObject(refused);
    expect(offers().slice(3)).toEqual([true, true]);
  });

  it.each(["status-500", "reset-before-headers", "status-402", "throttled-seconds"] as const)(
    "is no reason to ask again after %s",
    async (fault) => {
      await open("taken");
      gateway.fault("create", fault);
      await expect(ask()).rejects.toMatchObject({ started: expect.any(String) });
      expect(gateway.requests).toHaveLength(1);
    },
  );

  it("is no reason to ask a third time when the answer to the second is lost", async () => {
    await open("unknown");
    gateway.fault("create", "reset-before-headers", { skip: 1, accepted: true });
    await expect(ask()).rejects.toMatchObject({ code: "answer_lost", started: "maybe" });
    expect([offers(), gateway.predictions.length]).toEqual([[true, false], 1]);
  });
});
