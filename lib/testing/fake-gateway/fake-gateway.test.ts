import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GatewayState } from "./control.ts";
import { type FakeGateway, startFakeGateway } from "./fake-gateway.ts";
import { encodePng } from "./png.ts";

let gateway: FakeGateway;
beforeEach(async () => {
  gateway = await startFakeGateway();
});
afterEach(() => gateway.close());

const dataUri = (width: number, height: number, channels: 1 | 3 = 3) =>
  `data:image/png;base64,${encodePng({ width, height, channels, pixel: (x) => [x % 256, 0, 0].slice(0, channels) }).toString("base64")}`;

async function api(path: string, body?: unknown, token = gateway.token) {
  const response = await fetch(`${gateway.baseUrl}${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const create = (model: string, input: Readonly<Record<string, unknown>>) =>
  api(`/models/black-forest-labs/${model}/predictions`, { input });

describe("the fake gateway", () => {
  it("answers a create as tersely as the documents, and runs it look by look", async () => {
    const { status, json } = await create("flux-schnell", { prompt: "a boat", num_outputs: 2 });
    expect([status, Object.keys(json), json.status]).toEqual([201, ["id", "status"], "starting"]);
    const looks = [];
    for (let look = 0; look < 4; look += 1) looks.push((await api(`/predictions/${json.id}`)).json);
    expect(looks.map(({ status: word }) => word)).toEqual(["starting", "processing", "processing", "succeeded"]);
    expect(looks[2].logs).toContain("50%|");
    const files = await Promise.all(looks[3].output.map((address: string) => fetch(address)));
    expect(files.map((file) => [file.status, file.headers.get("content-type")])).toEqual([
      [200, "image/png"],
      [200, "image/png"],
    ]);
  });

  it("forgets results an hour after they were made, by its own clock", async () => {
    gateway.setScript({ pace: { by: "time", startingMs: 1000, processingMs: 1000 } });
    const { json } = await create("flux-schnell", { prompt: "a boat" });
    gateway.clock.advance(2500);
    const [address] = (await api(`/predictions/${json.id}`)).json.output;
    gateway.clock.advance(3_599_000);
    expect((await fetch(address)).status).toBe(200);
    gateway.clock.advance(2000);
    expect((await fetch(address)).status).toBe(410);
    expect((await api(`/predictions/${json.id}`)).json).toMatchObject({
      status: "succeeded",
      output: null,
      data_removed: true,
      logs: null,
    });
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ["an unknown field", "flux-schnell", { prompt: "a", colour: "red" }, "input.colour"],
    ["a missing prompt", "flux-schnell", {}, "input.prompt"],
    ["too many steps", "flux-schnell", { prompt: "a", num_inference_steps: 5 }, "input.num_inference_steps"],
    ["null for a field left out", "flux-schnell", { prompt: "a", seed: null }, "input.seed"],
    ["bare base64", "flux-kontext-dev", { prompt: "a", input_image: "iVBORw0KGgo=" }, "input.input_image"],
    ["a false type", "flux-kontext-dev", { prompt: "a", input_image: dataUri(32, 32).replace("png", "jpeg") }, "input.input_image"],
    [
      "a large data URI",
      "flux-kontext-dev",
      { prompt: "a", input_image: `data:image/png;base64,${"A".repeat(1_000_000)}` },
      "input.input_image",
    ],
    ["a mask of another size", "flux-fill-dev", { prompt: "a", image: dataUri(64, 64), mask: dataUri(32, 64, 1) }, "input.mask"],
    ["sides that are no multiple of 32", "flux-fill-dev", { prompt: "a", image: dataUri(65, 64), mask: dataUri(65, 64, 1) }, "input.image"],
    ["sides above 1440", "flux-fill-dev", { prompt: "a", image: dataUri(1472, 32), mask: dataUri(1472, 32, 1) }, "input.image"],
  ])("refuses %s and remembers it", async (_name, model, input, field) => {
    const { status, json } = await create(model, input);
    expect(status).toBe(422);
    expect(json.invalid_fields.map((fault: { field: string }) => fault.field)).toContain(field);
    expect([gateway.violations.length, gateway.predictions.length]).toEqual([1, 0]);
  });

  it("refuses anything beside the input, a wrong key, and calls it does not have", async () => {
    const path = "/models/black-forest-labs/flux-schnell/predictions";
    expect((await api(path, { input: { prompt: "a" }, model: "x" })).status).toBe(422);
    expect((await api(path, { input: { prompt: "a" } }, "wrong")).status).toBe(401);
    expect((await api("/models/black-forest-labs/flux-none/predictions", { input: {} })).status).toBe(404);
    expect((await api("/files")).status).toBe(404);
    expect(gateway.violations).toHaveLength(4);
  });

  it("notices when an address is followed that must not be", async () => {
    const { json } = await create("flux-schnell", { prompt: "a boat" });
    const { urls } = (await api(`/predictions/${json.id}`)).json;
    await fetch(urls.get);
    expect(gateway.followed).toEqual([`GET /v1/predictions/${json.id}`]);
  });

  it("cancels what runs, leaves alone what is over, and lists newest first", async () => {
    const [first, second] = [await create("flux-schnell", { prompt: "a" }), await create("flux-schnell", { prompt: "b" })];
    for (let look = 0; look < 4; look += 1) await api(`/predictions/${first.json.id}`);
    expect((await api(`/predictions/${first.json.id}/cancel`, {})).json.status).toBe("succeeded");
    expect((await api(`/predictions/${second.json.id}/cancel`, {})).json.status).toBe("canceled");
    const { results } = (await api("/predictions")).json;
    expect(results.map((entry: { id: string; input: unknown }) => [entry.id, entry.input])).toEqual([
      [second.json.id, { prompt: "b" }],
      [first.json.id, { prompt: "a" }],
    ]);
  });

  it("plays a fault as often as it was told to, and creates all the same when told so", async () => {
    gateway.fault("create", "html-502", { times: 2, accepted: true });
    const path = `${gateway.baseUrl}/models/black-forest-labs/flux-schnell/predictions`;
    const request = { method: "POST", headers: { authorization: `Bearer ${gateway.token}` }, body: '{"input":{"prompt":"a"}}' };
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await fetch(path, request)).status);
    expect([statuses, gateway.predictions.length]).toEqual([[502, 502, 201], 3]);
  });
});

it("runs as a process of its own and is driven from outside", async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url)), '{"token":"r8_other"}'], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const { origin, baseUrl, token, port } = JSON.parse(String(line));
  expect([token, baseUrl, Number(new URL(origin).port)]).toEqual(["r8_other", `${origin}/replicate/v1`, port]);
  const control = (path: string, body: unknown) => fetch(`${origin}${path}`, { method: "POST", body: JSON.stringify(body) });
  expect((await control("/__fault", { call: "list", fault: "html-502", times: 1 })).status).toBe(200);
  expect((await control("/__fault", { call: "list", fault: "no-such-fault" })).status).toBe(400);
  expect((await control("/__advance", { ms: 5000 })).status).toBe(200);
  expect((await control("/__script", { end: "failed", error: "x" })).status).toBe(200);
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${baseUrl}/predictions`, { headers })).status).toBe(502);
  expect((await fetch(`${baseUrl}/predictions`, { headers })).status).toBe(200);
  const response = await fetch(`${origin}/__state`);
  const state: GatewayState = JSON.parse(await response.text());
  expect(state.requests.map(({ call, fault }) => [call, fault])).toEqual([
    ["list", "html-502"],
    ["list", null],
  ]);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});
