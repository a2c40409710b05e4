/** The local engine on several machines: whoever begins a run ends it, wherever it was asked for and wherever it is looked at. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { blobsUrlOf, type S3, startS3 } from "#lib/testing/s3.ts";
import { isTerminal, type Prediction } from "#lib/wire.ts";
import { buildHouse } from "./build-house.ts";
import { readConfig } from "./config.ts";
import type { House } from "./house.ts";
import { meter } from "./meter.ts";

let postgres: Postgres;
let s3: S3;
let folder = "";
let web: House;
let workers: House[] = [];

beforeAll(async () => {
  [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-houses-"));
  const shared = { DATABASE_URL: postgres.url, BLOBS_URL: blobsUrlOf(await s3.createBucket("pictures")) };
  const open = (role: string, name: string) => buildHouse(readConfig({ ...shared, ROLE: role, PENTIMENTO_DATA: path.join(folder, name) }));
  web = await open("web", "web");
  workers = await Promise.all([open("worker", "one"), open("worker", "other")]);
});
afterAll(async () => {
  await Promise.all([web, ...workers].map((house) => house?.close()));
  await Promise.all([postgres?.stop(), s3?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function follow(house: House, id: string): Promise<Prediction> {
  for (let after = 0; ; ) {
    const prediction = await house.predictions.wait(id, { after, waitMs: 30_000 });
    if (isTerminal(prediction.status)) return prediction;
    after = prediction.version;
  }
}

it("paints each run once", async () => {
  const { id: projectId } = await web.projects.create({ name: "Painted here", madeBy: null });
  const model = "black-forest-labs/flux-schnell";
  const begun = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      web.predictions.start({
        ...{ projectId, parentEditId: null, model, via: "studio", personId: null, idempotencyKey: `painted-${index}` },
        inputs: { prompt: `a small house by the sea ${index}`, aspect_ratio: "1:1", megapixels: "0.25" },
      }),
    ),
  );
  const ended = await Promise.all(begun.map(({ prediction }) => follow(web, prediction.id)));
  expect(ended.map(({ status, error }) => error ?? status)).toEqual(begun.map(() => "stored"));
  // Every process of this test counts into the same meter: a run that another one had to begin again would be the seventh.
  expect(meter.text()).toContain('pentimento_prediction_steps_total{from="intent",to="accepted"} 6\n');
});
