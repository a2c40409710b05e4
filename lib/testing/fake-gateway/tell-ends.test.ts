import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { patience } from "#lib/testing/patience.ts";
import { type FakeGateway, startFakeGateway } from "./fake-gateway.ts";
import type { Script } from "./upstream.ts";

let gateway: FakeGateway;
let studio: Server;
let address: string;
/** What a studio was told. */
let heard: { readonly id: string; readonly status: string }[];
beforeEach(async () => {
  heard = [];
  gateway = await startFakeGateway();
  studio = createServer(async (request, response) => {
    heard.push(JSON.parse(await text(request)));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => studio.listen(0, "127.0.0.1", resolve));
  const place = studio.address();
  address = `http://127.0.0.1:${typeof place === "object" && place ? place.port : 0}/over`;
});
afterEach(async () => {
  await gateway.close();
  studio.close();
  studio.closeAllConnections();
});

async function begin(script: Script): Promise<string> {
  gateway.setScript(script);
  const headers = { authorization: `Bearer ${gateway.token}` };
  const body = JSON.stringify({ input: { prompt: "a boat" }, webhook: address, webhook_events_filter: ["completed"] });
  const created = await fetch(`${gateway.baseUrl}/models/black-forest-labs/flux-schnell/predictions`, { method: "POST", headers, body });
  return (await created.json()).id;
}

const told = (times: number) => vi.waitUntil(() => gateway.tellings.length >= times, patience);

describe("the fake gateway tells an end to who asked for it", () => {
  it("when it comes, by the time alone", async () => {
    const id = await begin({ pace: { by: "time", startingMs: 0, processingMs: 30 } });
    await told(1);
    expect([heard.map((one) => [one.id, one.status]), gateway.predictions[0]?.looks]).toEqual([[[id, "succeeded"]], 0]);
    expect(gateway.tellings).toEqual([{ predictionId: id, address, status: 204 }]);
  });

  it("when its clock is set forward, or twice, or never", async () => {
    const pace = { by: "time", startingMs: 0, processingMs: 3_600_000 } as const;
    const twice = await begin({ pace, tells: "twice", end: "failed" });
    await begin({ pace, tells: "never" });
    expect(heard).toEqual([]);
    gateway.clock.advance(3_600_000);
    await told(2);
    expect(heard.map(({ id, status }) => [id, status])).toEqual([
      [twice, "failed"],
      [twice, "failed"],
    ]);
  });

  it("before the create is answered, and not again", async () => {
    const id = await begin({ pace: { by: "looks", starting: 0, processing: 0 }, tells: "early" });
    expect(gateway.tellings).toHaveLength(1);
    expect(heard).toMatchObject([{ id, status: "starting" }]);
  });

  it("when it was canceled, and remembers that nobody answered", async () => {
    const id = await begin({ pace: { by: "time", startingMs: 0, processingMs: 3_600_000 } });
    studio.close();
    studio.closeAllConnections();
    await fetch(`${gateway.baseUrl}/predictions/${id}/cancel`, { method: "POST", headers: { authorization: `Bearer ${gateway.token}` } });
    await told(1);
    expect([gateway.tellings[0]?.status, heard]).toEqual([null, []]);
  });
});
