/** The prediction API as others know it: the documents' own examples and the published client, on the local engine and on a gateway. */
import Replicate, { type Prediction } from "replicate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiProjectId } from "#lib/ids.ts";
import { builtInModels } from "#lib/models/built-in.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { readHeaderFacts } from "#lib/testing/fake-gateway/picture-facts.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Project, paths } from "#lib/wire.ts";
import { type DocumentedCall, documentedCalls } from "./documents.ts";
import { drawMiddleMask, drawNoise, drawScene } from "./pictures.ts";
import { ask, until, upload } from "./studio-client.ts";

type Output = null | string | readonly string[];

describe.each(["the local engine", "a gateway"] as const)("the facade with %s behind it", (behind) => {
  let gateway: FakeGateway | null = null;
  let studio: Studio;
  let client: Replicate;
  let picture = "";
  let mask = "";
  let large = "";
  const made = new Map<string, string>();

  beforeAll(async () => {
    gateway = behind === "a gateway" ? await startFakeGateway() : null;
    const environment = gateway === null ? {} : { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl };
    studio = await startStudio({ environment });
    client = new Replicate({ auth: "anything", baseUrl: `${studio.origin}/replicate/v1`, useFileOutput: false });
    const addressOf = async (bytes: Buffer) => `${studio.origin}${paths.pictureFile((await upload(studio.origin, bytes)).id)}`;
    picture = await addressOf(drawScene(650, 490));
    mask = await addressOf(drawMiddleMask(650, 490));
    large = await addressOf(drawNoise(1300));
  });
  afterAll(async () => {
    await studio?.stop();
    await gateway?.close();
  });

  async function read(id: string): Promise<Prediction> {
    return JSON.parse((await ask(studio.origin, `/replicate/v1/predictions/${id}`)).text);
  }

  function untilOver(id: string): Promise<Prediction> {
    return until(`${id} to end`, async () => {
      const prediction = await read(id);
      return ["succeeded", "failed", "canceled"].includes(prediction.status) ? prediction : null;
    });
  }

  async function expectServed(output: Output, shape: DocumentedCall["output"]): Promise<void> {
    expect(Array.isArray(output)).toBe(shape === "list");
    const addresses = [output].flat();
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address).toMatch(`${studio.origin}/`);
      const answer = await ask(studio.origin, String(address).slice(studio.origin.length));
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toMatch(/^image\/(png|jpeg|webp)$/);
    }
  }

  it.each(documentedCalls.map((call) => [call.title, call] as const))("answers the example of %s", async (_title, call) => {
    const addresses = { picture, mask };
    const body = call.pictures.reduce((text, one) => text.replace(one.address, addresses[one.is]), call.body);
    const headers = { Authorization: "Bearer YOUR_API_KEY", "Content-Type": "application/json" };
    const created = await ask(studio.origin, call.path, { method: "POST", headers, body });
    expect([created.status, created.headers["content-type"]]).toEqual([201, "application/json"]);
    const first: Prediction = JSON.parse(created.text);
    expect(first.id).toMatch(/^[a-z0-9]+$/);
    expect(first).toMatchObject({ model: call.model, version: "hidden", input: JSON.parse(body).input, error: null, data_removed: false });
    expect(first.urls.get).toBe(`${studio.origin}/replicate/v1/predictions/${first.id}`);
    expect(first.urls.cancel).toBe(`${first.urls.get}/cancel`);
    const over = await untilOver(first.id);
    expect([over.status, over.error]).toEqual(["succeeded", null]);
    made.set(over.id, call.output);
    await expectServed(over.output, call.output);
    if (call.output === "list") expect(over.output).toHaveLength(JSON.parse(body).input.num_outputs);
  });

  const inputOf = (id: string): object => {
    if (id.endsWith("flux-fill-dev")) return { image: picture, mask, prompt: "a quiet road" };
    if (id.endsWith("multi-image-kontext-pro"))
      return { prompt: "put both next to each other", input_image_1: picture, input_image_2: large };
    if (id.includes("kontext")) return { prompt: "make it 20 % brighter", input_image: large };
    return { prompt: "a lake at sunset" };
  };
  const asModel = (id: string) => id as `${string}/${string}`;

  it.each(builtInModels.map((entry) => [entry.id, entry.output.shape] as const))(
    "lets the published client create and wait for, get and run %s",
    async (id, shape) => {
      const created = await client.predictions.create({ model: id, input: inputOf(id) });
      const over = await client.wait(created, { interval: 100 });
      expect([over.status, over.error]).toEqual(["succeeded", null]);
      expect(await client.predictions.get(created.id)).toEqual(over);
      await expectServed(over.output, shape);
      const output = (await client.run(asModel(id), {
        input: { ...inputOf(id), seed: 7 },
        wait: { mode: "block", timeout: 60 },
      })) as Output;
      await expectServed(output, shape);
      made.set(over.id, shape);
    },
  );

  it("lets the published client name the model by version, and cancel", async () => {
    gateway?.setScript({ end: "never" });
    const created = await client.predictions.create({
      version: "black-forest-labs/flux-dev",
      input: { prompt: "an endless sea", num_outputs: 4 },
    });
    expect(created.model).toBe("black-forest-labs/flux-dev");
    const answered = await client.predictions.cancel(created.id);
    gateway?.setScript({});
    expect(answered.id).toBe(created.id);
    expect((await untilOver(created.id)).status).toBe("canceled");
    made.set(created.id, "list");
  });

  it("lists what was made, newest first, and shows it in the project of the API", async () => {
    const page = await client.predictions.list();
    const listed = page.results.map(({ id }) => id);
    expect([...made.keys()].filter((id) => !listed.includes(id))).toEqual([]);
    expect(page.next ?? null).toBeNull();
    const times = page.results.map((one) => one.created_at);
    expect(times).toEqual(times.toSorted().toReversed());
    const project: Project = JSON.parse((await ask(studio.origin, paths.project(apiProjectId))).text);
    const shown = project.predictions.map(({ id }) => id.replace("prd_", ""));
    expect(new Set(shown)).toEqual(new Set(listed));
    const pictures = new Set(project.edits.map((edit) => edit.picture.id));
    const results = project.predictions.flatMap((prediction) => prediction.outputs.map((output) => output.id));
    expect(results.filter((id) => !pictures.has(id))).toEqual([]);
  });

  it("serves results itself, also when the gateway has long removed them", async () => {
    gateway?.clock.advance(2 * 3_600_000);
    for (const [id, shape] of made) {
      const { status, output } = await read(id);
      if (status === "succeeded") await expectServed(output, shape === "list" ? "list" : "one");
    }
  });

  it("has kept every rule of the gateway and asked once for each prediction", () => {
    if (gateway === null) return expect(studio.output()).not.toContain("failed");
    expect(gateway.violations).toEqual([]);
    expect(gateway.followed).toEqual([]);
    const creates = gateway.requests.filter(({ call }) => call === "create");
    expect(creates).toHaveLength(documentedCalls.length + builtInModels.length * 2 + 1);
    expect(gateway.predictions).toHaveLength(creates.length);
    const uris = gateway.predictions.flatMap(({ entry, input }) =>
      Object.entries(input).flatMap(([field, value]) =>
        typeof value === "string" && value.startsWith("data:") ? [{ entry, field, value }] : [],
      ),
    );
    expect(uris.length).toBeGreaterThan(10);
    for (const { entry, field, value } of uris) {
      expect(value.length, `${entry.id} ${field}`).toBeLessThanOrEqual(1_000_000);
      const facts = readHeaderFacts(Buffer.from(value.slice(value.indexOf(",") + 1), "base64"));
      if (entry.task === "fill") expect([(facts?.width ?? 1) % 32, (facts?.height ?? 1) % 32], `${entry.id} ${field}`).toEqual([0, 0]);
    }
    const fills = gateway.predictions.filter(({ entry }) => entry.task === "fill");
    const sizeOf = (value: unknown) => {
      const facts = readHeaderFacts(Buffer.from(String(value).slice(String(value).indexOf(",") + 1), "base64"));
      return facts && { width: facts.width, height: facts.height };
    };
    for (const { input } of fills) expect(sizeOf(input.mask)).toEqual(sizeOf(input.image));
    const canceled = gateway.requests.filter(({ call }) => call === "cancel");
    expect(canceled.length).toBeLessThanOrEqual(1);
  });
});
