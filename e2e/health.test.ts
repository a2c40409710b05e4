/** What those who watch over a studio hear from it, when all is well and when its database or its bucket is away; and what the log never tells. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { blobsUrlOf, type S3, startS3 } from "#lib/testing/s3.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, createProject, startPrediction, until, untilEnded, upload } from "./studio-client.ts";

let s3: S3;
let gateway: FakeGateway;
let studio: Studio;

beforeAll(async () => {
  [s3, gateway] = await Promise.all([startS3(), startFakeGateway()]);
  const environment = {
    BLOBS_URL: blobsUrlOf(await s3.createBucket("pictures")),
    REPLICATE_API_TOKEN: gateway.token,
    REPLICATE_BASE_URL: gateway.baseUrl,
    LOG_LEVEL: "debug",
  };
  studio = await startStudio({ environment });
});
afterAll(async () => {
  await studio?.stop();
  await Promise.all([gateway?.close(), s3?.stop()]);
});

/** The value of one line of the figures. */
async function figure(line: string): Promise<number> {
  const { text } = await ask(studio.origin, "/metrics");
  const found = text.split("\n").find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

it("lives, is ready, counts what it does, and logs ids but no word of anybody", async () => {
  expect(await ask(studio.origin, "/healthz")).toMatchObject({ status: 200, text: '{"status":"lives"}' });
  const ready = await ask(studio.origin, "/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { database: "works", pictures: "works", process: "works" }]);

  const picture = await upload(studio.origin, drawScene(320, 200));
  const project = await createProject(studio.origin, "A secret project");
  const inputs = { prompt: "nobody may read this" };
  const { id } = await startPrediction(studio.origin, { projectId: project.id, model: "black-forest-labs/flux-schnell", inputs });
  const { status, outputs } = await untilEnded(studio.origin, id);
  expect(status).toBe("stored");
  const share = JSON.parse((await askJson(studio.origin, paths.shares(project.id), { editId: null, lifetime: "day" })).text);
  await ask(studio.origin, paths.pictureFile(picture.id));

  expect(await figure("pentimento_pictures")).toBe(1 + outputs.length);
  expect(await figure('pentimento_http_requests_total{method="POST",status="201"}')).toBeGreaterThanOrEqual(3);
  expect(await figure('pentimento_prediction_steps_total{from="fetching",to="stored"}')).toBe(1);
  expect(await figure('pentimento_bucket_requests_total{method="PUT",status="200"}')).toBeGreaterThanOrEqual(2);
  expect((await ask(studio.origin, "/metrics", { headers: { host: "example.com" } })).status).toBe(403);

  const lines = studio.output().split("\n");
  const events = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  expect(events).toEqual(expect.arrayContaining([expect.objectContaining({ event: "step", prediction: id, to: "stored" })]));
  expect(events.filter(({ event }) => event === "request").every(({ request }) => /^req_/.test(request))).toBe(true);
  const token = String(share.token ?? share.url ?? "");
  for (const secret of ["nobody may read", "A secret project", gateway.token, "must-not", token].filter(Boolean)) {
    expect(studio.output()).not.toContain(secret);
  }
});

it("is not ready without its bucket, says so to a person, and lives on", async () => {
  await s3.stop();
  const ready = await until("the bucket to be missed", async () => {
    const answer = await ask(studio.origin, "/readyz");
    return answer.status === 503 ? answer : null;
  });
  expect(JSON.parse(ready.text)).toMatchObject({ database: "works", pictures: "does not answer" });
  expect((await ask(studio.origin, "/healthz")).status).toBe(200);
  const refused = await ask(studio.origin, paths.pictures, { method: "POST", body: drawScene(64, 64) });
  expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([503, "storage_unavailable"]);
  expect((await ask(studio.origin, paths.projects)).status).toBe(200);
});
