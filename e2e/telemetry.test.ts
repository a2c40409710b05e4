/** What a collector hears from the built studio: every kind of work, one trace a prediction, and no word, key or token of anybody. */
import { expect, it, onTestFinished } from "vitest";
import { startCollector } from "#lib/testing/collector.ts";
import { startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { blobsUrlOf, startS3 } from "#lib/testing/s3.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, createProject, startPrediction, until, untilEnded, upload } from "./studio-client.ts";

it("a collector hears of every kind of work and learns nothing that is somebody's own", async () => {
  const [s3, gateway, collector] = await Promise.all([startS3(), startFakeGateway(), startCollector()]);
  onTestFinished(async () => void (await Promise.all([s3.stop(), gateway.close(), collector.close()])));
  const environment = {
    BLOBS_URL: blobsUrlOf(await s3.createBucket("pictures")),
    REPLICATE_API_TOKEN: gateway.token,
    REPLICATE_BASE_URL: gateway.baseUrl,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  };
  const studio = await startStudio({ environment });
  const { origin } = studio;
  let token = "";
  let id = "";
  try {
    await upload(origin, drawScene(320, 200));
    const project = await createProject(origin, "A quiet harbour");
    const inputs = { prompt: "a red fox in the snow" };
    id = (await startPrediction(origin, { projectId: project.id, model: "black-forest-labs/flux-schnell", inputs })).id;
    expect((await untilEnded(origin, id)).status).toBe("stored");
    const share = JSON.parse((await askJson(origin, paths.shares(project.id), { editId: null, lifetime: "day" })).text);
    token =
      String(share.token ?? share.url ?? "")
        .split("/")
        .at(-1) ?? "";
    await ask(origin, `/api/review/${token}`);
    await ask(origin, `${paths.projects}?search=a+red+fox`);
    await until("the end of the run to be told", async () => collector.spans().find(({ name }) => name === "prediction stored") ?? null);
  } finally {
    await studio.stop();
  }

  const spans = collector.spans();
  const kinds = new Set(spans.map(({ facts }) => facts["pentimento.kind"]));
  expect([...kinds].sort()).toEqual(["bucket request", "darkroom job", "prediction", "prediction step", "request", "upstream request"]);
  const life = spans.find(({ name }) => name === "prediction stored");
  expect(life?.facts).toMatchObject({ "pentimento.id": id, "pentimento.model": "black-forest-labs/flux-schnell" });
  const steps = spans.filter(({ facts }) => facts["pentimento.kind"] === "prediction step");
  expect(new Set(steps.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([life?.spanId]));
  // What a step asked of the gateway, the bucket and the darkroom stands below it.
  const below = spans.filter(({ parentSpanId }) => steps.some(({ spanId }) => spanId === parentSpanId));
  expect(new Set(below.map(({ facts }) => facts["pentimento.kind"]))).toEqual(
    new Set(["upstream request", "bucket request", "darkroom job"]),
  );
  expect(spans.find(({ name }) => name === "request POST /api/predictions")?.facts["http.response.status_code"]).toBe(201);

  expect(token.length).toBeGreaterThan(20);
  expect(collector.heard()).toContain("/api/review/…");
  for (const own of ["red fox", "red+fox", "harbour", gateway.token, token, "must-not"]) {
    expect(collector.heard()).not.toContain(own);
  }
});
