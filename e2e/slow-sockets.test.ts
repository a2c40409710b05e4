/** Five hundred clients that begin a request and hardly go on: everybody else is answered; and they are shown out in the end, as a proof sees. */
import { expect, it, onTestFinished } from "vitest";
import { isProving } from "#lib/testing/scale.ts";
import { openSlowSockets, type SlowSockets, slowBody, slowHeaders } from "#lib/testing/slow-sockets.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, createProject, startPrediction, until, untilEnded, upload } from "./studio-client.ts";

const half = 250;
/** Headers are given a minute and looked at twice a minute, whole requests five: only a proof waits so long. */
const endOfHeadersMs = 270_000;
const endOfBodiesMs = 900_000;

it("whoever is slow keeps nobody else from working and is not waited for without end", async () => {
  const studio = await startStudio();
  const slow: SlowSockets[] = [];
  onTestFinished(async () => {
    for (const each of slow) each.close();
    await studio.stop();
  });
  const headers = await openSlowSockets(studio.port, half, slowHeaders);
  slow.push(headers);
  const bodies = await openSlowSockets(studio.port, half, slowBody(paths.pictures, studio.port));
  slow.push(bodies);

  const picture = await upload(studio.origin, drawScene(320, 200));
  const project = await createProject(studio.origin, "Meanwhile");
  const inputs = { prompt: "a lighthouse at night", aspect_ratio: "1:1", megapixels: "0.25" };
  const { id } = await startPrediction(studio.origin, { projectId: project.id, model: "black-forest-labs/flux-schnell", inputs });
  expect((await untilEnded(studio.origin, id)).status).toBe("stored");
  expect((await ask(studio.origin, paths.pictureFile(picture.id))).status).toBe(200);
  // All of that happened beside them.
  expect(bodies.open()).toBe(half);

  if (isProving) {
    await until("the end of those slow with headers", async () => headers.open() === 0 || null, endOfHeadersMs);
    await until("the end of those slow with bodies", async () => bodies.open() === 0 || null, endOfBodiesMs);
  } else for (const each of slow) each.close();
  // Whatever they had sent is gone with them.
  await until("nothing half to be left", async () => {
    const stored = await studio.storedFiles();
    return !stored.some((name) => name.startsWith("tmp/")) || null;
  });
  expect((await ask(studio.origin, "/readyz")).status).toBe(200);
});
