/** What the facade refuses, in the words and shapes that Replicate's own clients read; and its description of itself. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInModels } from "#lib/models/built-in.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type RawServer, startRawServer } from "#lib/testing/raw-server.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { documentedCalls } from "./documents.ts";
import { drawScene } from "./pictures.ts";
import { type Answer, ask, askJson, until } from "./studio-client.ts";

const root = "/replicate/v1";
const schnell = `${root}/models/black-forest-labs/flux-schnell/predictions`;
const kontext = `${root}/models/black-forest-labs/flux-kontext-pro/predictions`;

let gateway: FakeGateway;
let studio: Studio;
let neighbour: RawServer;

beforeAll(async () => {
  gateway = await startFakeGateway();
  neighbour = await startRawServer((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  studio = await startStudio({ environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl } });
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
  await neighbour?.close();
});

const create = (input: object, more: object = {}, target = schnell) => askJson(studio.origin, target, { input, ...more });
const raw = (body: string, headers: Record<string, string> = {}) =>
  ask(studio.origin, schnell, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

/** Everything a refused request might have left behind. */
async function traces() {
  const { results } = JSON.parse((await ask(studio.origin, `${root}/predictions`)).text);
  const files = await studio.storedFiles();
  return { predictions: results.length, files, requests: gateway.requests.length, neighbour: neighbour.connections };
}

function problemOf(answer: Answer) {
  expect(answer.headers["content-type"]).toBe("application/problem+json");
  const problem = JSON.parse(answer.text);
  expect(problem.status).toBe(answer.status);
  expect(problem.detail.length).toBeGreaterThan(10);
  return problem;
}

describe("refusals", () => {
  const boat = { prompt: "a boat" };
  const refusals: readonly (readonly [string, () => Promise<Answer>, number, object])[] = [
    [
      "a wait above a minute",
      () => raw(JSON.stringify({ input: boat }), { prefer: "wait=61" }),
      422,
      { detail: expect.stringContaining("Prefer: wait=x header must specify a value between 1 and 60") },
    ],
    ["a model nobody has", () => create(boat, {}, `${root}/models/acme/nothing/predictions`), 404, {}],
    [
      "a key beside input",
      () => create(boat, { model: "x" }),
      422,
      {
        title: "Input validation failed",
        invalid_fields: [{ type: "additional_property_not_allowed", field: "", description: "Additional property model is not allowed" }],
      },
    ],
    ["JSON that breaks off", () => raw('{"input":'), 400, { detail: expect.stringMatching(/^Failed to parse request body as JSON: /) }],
    ["an empty body", () => raw(""), 400, { detail: "Failed to parse request body as JSON: EOF" }],
    ["a list for a body", () => raw("[]"), 422, { invalid_fields: [expect.objectContaining({ field: "" })] }],
    ["no input", () => raw("{}"), 422, { invalid_fields: [{ type: "required", field: "", description: "input is required" }] }],
    [
      "text for input",
      () => raw('{"input":"a boat"}'),
      422,
      { invalid_fields: [expect.objectContaining({ type: "invalid_type", field: "input" })] },
    ],
    [
      "an empty prompt",
      () => create({ prompt: "  " }),
      422,
      { invalid_fields: [{ type: "required", field: "input", description: "prompt is required" }] },
    ],
    [
      "a choice that does not exist",
      () => create({ ...boat, output_format: "bmp" }),
      422,
      {
        detail: expect.stringContaining("- input.output_format: "),
        invalid_fields: [expect.objectContaining({ type: "enum", field: "input.output_format" })],
      },
    ],
    [
      "more steps than there are",
      () => create({ ...boat, num_inference_steps: 40 }),
      422,
      { invalid_fields: [expect.objectContaining({ type: "number_lte", field: "input.num_inference_steps" })] },
    ],
    [
      "fewer outputs than one",
      () => create({ ...boat, num_outputs: 0 }),
      422,
      { invalid_fields: [expect.objectContaining({ type: "number_gte", field: "input.num_outputs" })] },
    ],
    [
      "text for a number",
      () => create({ ...boat, seed: "7" }),
      422,
      { invalid_fields: [expect.objectContaining({ type: "invalid_type", field: "input.seed" })] },
    ],
    [
      "a webhook",
      () => create(boat, { webhook: "https://example.com/hook" }),
      422,
      { invalid_fields: [expect.objectContaining({ field: "webhook" })] },
    ],
    ["an unknown version", () => askJson(studio.origin, `${root}/predictions`, { version: "f".repeat(64), input: boat }), 422, {}],
    ["an Idempotency-Key of 256 characters", () => raw(JSON.stringify({ input: boat }), { "idempotency-key": "k".repeat(256) }), 400, {}],
    ["a prediction nobody made", () => ask(studio.origin, `${root}/predictions/${"a".repeat(26)}`), 404, {}],
    ["to cancel a prediction nobody made", () => ask(studio.origin, `${root}/predictions/x/cancel`, { method: "POST" }), 404, {}],
  ];

  it.each(refusals)("answers %s with a problem and leaves nothing behind", async (_title, refused, status, problem) => {
    const before = await traces();
    const answer = await refused();
    expect(answer.status, answer.text).toBe(status);
    expect(problemOf(answer)).toMatchObject(problem);
    expect(await traces()).toEqual(before);
  });

  const addresses: readonly (readonly [string, () => string])[] = [
    ["a file of this machine", () => "file:///etc/hostname"],
    ["another port of this machine", () => `${neighbour.origin}/picture.png`],
    ["this machine's name over https", () => `https://localhost:${neighbour.port}/picture.png`],
    ["loopback over https", () => "https://127.0.0.1/picture.png"],
    ["loopback in one number", () => "https://2130706433/"],
    ["a private network", () => "https://10.0.0.1/picture.png"],
    ["IPv6 loopback", () => "https://[::1]/picture.png"],
    ["IPv4 within IPv6", () => "https://[::ffff:127.0.0.1]/picture.png"],
    ["link-local metadata", () => "https://169.254.169.254/latest/meta-data/"],
    ["an address with a user", () => `https://user:word@127.0.0.1:${neighbour.port}/`],
    ["base64 without a scheme", () => drawScene(8, 8).toString("base64")],
    ["text in a data URI", () => "data:text/plain,hello"],
    ["text in a base64 data URI", () => `data:text/plain;base64,${Buffer.from("hello there").toString("base64")}`],
    ["text that calls itself a picture", () => `data:image/png;base64,${Buffer.from("hello there").toString("base64")}`],
    ["an id of ours that nobody stored", () => `${studio.origin}/api/pictures/pic_${"0".repeat(64)}/file`],
    ["another page of ours", () => `${studio.origin}/api/projects`],
  ];

  it.each(addresses)("names the field for %s instead of a picture, and goes nowhere", async (_title, address) => {
    const before = await traces();
    const answer = await create({ prompt: "Make this a 90s cartoon", input_image: address() }, {}, kontext);
    expect(answer.status, answer.text).toBe(422);
    const problem = problemOf(answer);
    expect(problem.invalid_fields).toEqual([expect.objectContaining({ field: "input.input_image" })]);
    expect(problem.invalid_fields[0].description).toContain("for input_image");
    expect(await traces()).toEqual(before);
  });
});

describe("what is let through", () => {
  it("waits for a prediction as long as it was asked to", async () => {
    const done = await raw('{"input":{"prompt":"a boat"}}', { prefer: "wait" });
    expect([done.status, done.headers["preference-applied"]]).toEqual([201, "wait"]);
    expect(JSON.parse(done.text)).toMatchObject({ status: "succeeded", output: [expect.stringContaining(studio.origin)] });
    gateway.setScript({ end: "never" });
    const waiting = await raw('{"input":{"prompt":"a slow boat"}}', { prefer: "wait=1" });
    gateway.setScript({});
    expect([waiting.status, waiting.headers["preference-applied"]]).toEqual([202, "wait=1"]);
    const { id, status } = JSON.parse(waiting.text);
    expect(["starting", "processing"]).toContain(status);
    const canceled = await ask(studio.origin, `${root}/predictions/${id}/cancel`, { method: "POST" });
    expect(canceled.status).toBe(200);
  });

  it("leaves out a field the model does not have and says so in the logs", async () => {
    const answer = await raw('{"input":{"prompt":"a boat","scheduler":"K_EULER"}}', { prefer: "wait" });
    const prediction = JSON.parse(answer.text);
    expect(prediction).toMatchObject({ status: "succeeded", input: { prompt: "a boat" } });
    expect(prediction.input).not.toHaveProperty("scheduler");
    expect(prediction.logs).toContain("left out scheduler");
    expect(gateway.predictions.at(-1)?.input).not.toHaveProperty("scheduler");
    expect(gateway.violations).toEqual([]);
  });

  it("answers the same key with the same prediction, and another body with a conflict", async () => {
    const before = gateway.requests.filter(({ call }) => call === "create").length;
    const headers = { "idempotency-key": "boat-1" };
    const first = JSON.parse((await raw('{"input":{"prompt":"a boat"}}', headers)).text);
    const again = await raw('{"input":{"prompt":"a boat"}}', headers);
    expect(JSON.parse(again.text).id).toBe(first.id);
    const other = await raw('{"input":{"prompt":"a car"}}', headers);
    expect([other.status, problemOf(other).status]).toEqual([409, 409]);
    await until("the boat", async () =>
      JSON.parse((await ask(studio.origin, `${root}/predictions/${first.id}`)).text).status === "succeeded" ? true : null,
    );
    expect(gateway.requests.filter(({ call }) => call === "create")).toHaveLength(before + 1);
  });

  it("takes a picture as a data URI", async () => {
    const uri = `data:image/png;base64,${drawScene(320, 240).toString("base64")}`;
    const answer = await askJson(studio.origin, kontext, { input: { prompt: "make it brighter", input_image: uri } }, { prefer: "wait" });
    expect(JSON.parse(answer.text)).toMatchObject({ status: "succeeded", output: expect.stringContaining(studio.origin) });
  });
});

interface Schema {
  readonly type: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { type: string; enum?: readonly string[]; minimum?: number; maximum?: number }>>;
}

/** As much of JSON Schema as the description uses. */
function faultsAgainst(schema: Schema, value: Readonly<Record<string, unknown>>): string[] {
  const missing = schema.required.filter((name) => value[name] === undefined).map((name) => `${name} is missing`);
  const wrong = Object.entries(value).filter(([name, given]) => {
    const property = schema.properties[name];
    if (!property) return true;
    const type = property.type === "integer" ? "number" : property.type;
    const isTyped = typeof given === type && (property.type !== "integer" || Number.isInteger(given));
    const isListed = property.enum === undefined || (typeof given === "string" && property.enum.includes(given));
    const isWithin = typeof given !== "number" || (given >= (property.minimum ?? -Infinity) && given <= (property.maximum ?? Infinity));
    return !isTyped || !isListed || !isWithin;
  });
  return [...missing, ...wrong.map(([name, given]) => `${name} = ${JSON.stringify(given)}`)];
}

describe("the description", () => {
  it("names a path for each model and takes the documents' own examples", async () => {
    const answer = await ask(studio.origin, `${root}/openapi.json`);
    const described = JSON.parse(answer.text);
    expect(described).toMatchObject({ openapi: "3.1.0", info: { title: expect.any(String), version: expect.any(String) } });
    expect(described.servers).toEqual([{ url: `${studio.origin}${root}` }]);
    const common = ["/predictions", "/predictions/{prediction_id}", "/predictions/{prediction_id}/cancel"];
    expect(new Set(Object.keys(described.paths))).toEqual(
      new Set([...builtInModels.map(({ id }) => `/models/${id}/predictions`), ...common]),
    );
    const schemaOf = (target: string) => described.paths[target].post.requestBody.content["application/json"].schema.properties.input;
    for (const { path: target, body } of documentedCalls) {
      // The gateway's fill document prints lora_scale, which the model has only together with weights.
      expect(faultsAgainst(schemaOf(target.slice(root.length)), JSON.parse(body).input), target).toEqual([]);
    }
    expect(faultsAgainst(schemaOf("/models/black-forest-labs/flux-schnell/predictions"), { num_outputs: 5 })).toEqual([
      "prompt is missing",
      "num_outputs = 5",
    ]);
  });

  it("refers only to what it defines", async () => {
    const text = (await ask(studio.origin, `${root}/openapi.json`)).text;
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
    expect(references.length).toBeGreaterThan(5);
    const defined = Object.keys(JSON.parse(text).components.schemas);
    expect(references.filter((name) => !defined.includes(name))).toEqual([]);
  });
});
