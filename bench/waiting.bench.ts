/**
 * What a browser waits for besides the model itself: how soon a held request hears of a change, beside a bare node:http
 * server that holds and lets go; and how long after the gateway's end the result is stored here and told.
 */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { isTerminal, type Prediction, paths } from "#lib/wire.ts";
import { tell } from "./figures.ts";

const heldRounds = 30;
const endRounds = 10;
const gateway = await startFakeGateway();
const studio = await startStudio({ environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl } });
try {
  const projectId = await createProject();
  tell("a held request hears of a cancel", await rounds(heldRounds, () => timeHeldAnswer(projectId)));
  tell("the same through a bare node:http server", await timeBareServer());
  tell("from the gateway's end to a stored result in the browser", await rounds(endRounds, () => timeResult(projectId)));
} finally {
  await studio.stop();
  await gateway.close();
}

async function rounds(count: number, once: () => Promise<number>): Promise<number[]> {
  const timesMs: number[] = [];
  while (timesMs.length < count) timesMs.push(await once());
  return timesMs;
}

/** The request is held before the change; the clock runs from asking for the change until the held answer is there. */
async function timeHeldAnswer(projectId: string): Promise<number> {
  gateway.setScript({ end: "never" });
  let prediction = await start(projectId);
  while (prediction.status !== "running") prediction = await next(prediction, 5);
  const held = next(prediction, 20);
  await settle();
  const fromMs = performance.now();
  const heard = held.then((changed) => {
    if (changed.version <= prediction.version) throw new Error("Expected a change but the request was let go without one");
    return performance.now() - fromMs;
  });
  await fetch(`${studio.origin}${paths.cancel(prediction.id)}`, { method: "POST" });
  return heard;
}

async function timeResult(projectId: string): Promise<number> {
  const processingMs = 2000;
  gateway.setScript({ pace: { by: "time", startingMs: 0, processingMs } });
  let prediction = await start(projectId);
  while (!isTerminal(prediction.status)) prediction = await next(prediction, 5);
  const seenMs = Date.now();
  if (prediction.status !== "stored") throw new Error(`Expected a stored result but received ${prediction.status}`);
  const upstream = gateway.predictions.at(-1);
  return seenMs - ((upstream?.createdAtMs ?? Number.NaN) + processingMs);
}

async function timeBareServer(): Promise<number[]> {
  let held: ServerResponse | null = null;
  const server = createServer((request, response) => {
    if (request.url === "/hold") {
      held = response;
      return;
    }
    held?.end("{}");
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const timesMs = await rounds(heldRounds, async () => {
    const answer = fetch(`${origin}/hold`).then((response) => response.text());
    await settle();
    const fromMs = performance.now();
    const release = fetch(`${origin}/release`, { method: "POST" });
    await answer;
    const tookMs = performance.now() - fromMs;
    await release;
    return tookMs;
  });
  server.close();
  return timesMs;
}

/** Long enough for a request that is held to have arrived. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

async function createProject(): Promise<string> {
  return (await post(paths.projects, { name: "Bench" })).id;
}

function start(projectId: string): Promise<Prediction> {
  return post(paths.predictions, { projectId, model: "black-forest-labs/flux-schnell", inputs: { prompt: "a red boat" } });
}

async function next(prediction: Prediction, waitS: number): Promise<Prediction> {
  const answer = await fetch(`${studio.origin}${paths.prediction(prediction.id)}?after=${prediction.version}&wait=${waitS}`);
  return answer.json();
}

async function post(path: string, body: object) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${studio.origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`Expected ${path} to be answered but received ${answer.status} ${await answer.text()}`);
  return answer.json();
}
