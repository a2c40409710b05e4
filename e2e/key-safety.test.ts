/** The gateway's key leaves the studio in no byte: a gateway that shouts it back in every way, then a search through everything. */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiProjectId } from "#lib/ids.ts";
import { filesBelow } from "#lib/testing/files-below.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Prediction, type Project, paths, thumbnailSides } from "#lib/wire.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { type Answer, ask, askJson, createProject, startPrediction, untilEnded, upload } from "./studio-client.ts";

/** With characters that look different in every encoding. */
const token = 'r8_Canary+9/"quoted"&<b>=%20\\end~Zz';
const drawing = drawScene(96, 64);

/** The prompt names how the gateway answers; the key is in all of it. */
const shouts: Readonly<Record<string, { readonly status: number; readonly type: string; readonly body: string }>> = {
  "echo 401": json(401, { title: "Unauthenticated", detail: `Invalid token ${token}`, status: 401 }),
  "echo 402": json(402, { detail: `You have insufficient credit. Go to https://billing.example.com/?key=${encodeURIComponent(token)}` }),
  "echo 403": json(403, {
    error: { message: `key ${token} has no quota (Bearer ${token})`, type: "one_api_error", code: "insufficient_user_quota" },
  }),
  "echo 404": json(404, { detail: `No model for ${token}` }),
  "echo 422": json(422, {
    title: "Input validation failed",
    detail: `- input.prompt: ${token}`,
    invalid_fields: [{ type: "enum", field: "input.prompt", description: `not with ${token}` }],
  }),
  "echo 500 page": { status: 500, type: "text/html", body: `<html><body><pre>Authorization: Bearer ${token}</pre></body></html>` },
  "echo 200 page": { status: 200, type: "text/html", body: `<html>${token} ${Buffer.from(token).toString("base64")}</html>` },
  "echo 200 refusal": json(200, { code: 401, msg: `invalid api key ${token}` }),
  "echo in the id": json(200, { id: token, status: "starting" }),
};

function json(status: number, value: unknown) {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

let server: Server;
let gatewayOrigin = "";
let studio: Studio;
let project: Project;
const seen = new Set<string>();
const answers: { readonly from: string; readonly text: string }[] = [];

/** A failed run and a done one, both with the key in everything a gateway can say about a run. */
function readPredictionOf(id: string): unknown {
  const logs = `Using seed: 7\nAuthorization: Bearer ${token} ${Buffer.from(`:${token}`).toString("base64")}\n 50%|█████     | 2/4\n`;
  const urls = { get: `${gatewayOrigin}/?key=${encodeURIComponent(token)}` };
  if (id.startsWith("failing")) return { id, status: "failed", error: `denied for ${token} (E005)`, logs, urls, output: null };
  return { id, status: "succeeded", logs, urls, error: null, output: [`${gatewayOrigin}/files/out.png`], input: { token } };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.headers.authorization === `Bearer ${token}`) seen.add(request.method ?? "");
  const send = ({ status, type, body }: { status: number; type: string; body: string | Buffer }) =>
    response
      .writeHead(status, { "content-type": type, "x-echo": encodeURIComponent(token), "set-cookie": `key=${encodeURIComponent(token)}` })
      .end(body);
  const place = request.url ?? "/";
  if (place.startsWith("/files/")) return void send({ status: 200, type: "image/png", body: drawing });
  const id = /\/predictions\/([^/?]+)/.exec(place)?.[1];
  if (id !== undefined) return void send(json(200, readPredictionOf(id)));
  if (request.method === "GET") return void send(json(200, { results: [], token }));
  const prompt = String(JSON.parse(Buffer.concat(chunks).toString("utf8")).input.prompt);
  send(
    shouts[prompt] ??
      json(201, {
        id: `${prompt.startsWith("fail") ? "failing" : "working"}${seen.size}${answers.length}x${Date.now()}`,
        status: "starting",
      }),
  );
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  gatewayOrigin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const environment = { REPLICATE_API_TOKEN: token, REPLICATE_BASE_URL: gatewayOrigin, PREDICTION_DEADLINE_S: "6" };
  studio = await startStudio({ environment });
  project = await createProject(studio.origin);
});
afterAll(async () => {
  await studio?.stop();
  server?.closeAllConnections();
  server?.close();
});

function keep(from: string, answer: Answer): Answer {
  answers.push({ from, text: `${JSON.stringify(answer.headers)}\n${answer.bytes.toString("latin1")}` });
  return answer;
}

async function visit(...targets: readonly string[]): Promise<void> {
  for (const target of targets) keep(target, await ask(studio.origin, target));
}

it("the gateway was asked with the key, and everything it shouted back has arrived", async () => {
  const model = "black-forest-labs/flux-schnell";
  const prompts = [...Object.keys(shouts), "fail loudly", "work well"];
  const started = await Promise.all(
    prompts.map((prompt) => startPrediction(studio.origin, { projectId: project.id, model, inputs: { prompt } })),
  );
  const ended = await Promise.all(started.map(({ id }) => untilEnded(studio.origin, id)));
  const outcomes = new Map(ended.map((prediction) => [prediction.inputs.prompt, prediction]));
  expect(outcomes.get("work well")?.status).toBe("stored");
  expect(outcomes.get("fail loudly")?.error?.message).toContain("E005");
  for (const prompt of Object.keys(shouts)) if (prompt !== "echo in the id") expect(outcomes.get(prompt)?.status, prompt).toBe("failed");
  expect(seen).toEqual(new Set(["POST", "GET"]));

  for (const { id, outputs } of ended) {
    await visit(paths.prediction(id), `${paths.prediction(id)}?after=0&wait=1`, `/replicate/v1/predictions/${id.slice(4)}`);
    keep("cancel", await ask(studio.origin, paths.cancel(id), { method: "POST" }));
    for (const picture of outputs)
      await visit(paths.pictureFile(picture.id), ...thumbnailSides.map((side) => paths.thumbnail(picture.id, side)));
  }
});

it("the facade and every other address answer, well and badly", async () => {
  const create = (input: object, prefer = "wait=5") =>
    askJson(studio.origin, "/replicate/v1/models/black-forest-labs/flux-fill-dev/predictions", { input }, { prefer });
  const [picture, mask] = [await upload(studio.origin, drawing), await upload(studio.origin, drawMiddleMask(96, 64))];
  const pictures = { image: `${studio.origin}${paths.pictureFile(picture.id)}`, mask: `${studio.origin}${paths.pictureFile(mask.id)}` };
  for (const prompt of ["work well", "fail loudly", "echo 401", "echo 500 page"])
    keep(`facade ${prompt}`, await create({ ...pictures, prompt }));
  keep("facade refusal", await create({ prompt: 7 }));
  keep(
    "bad JSON",
    await ask(studio.origin, paths.projects, { method: "POST", headers: { "content-type": "application/json" }, body: "{" }),
  );
  keep("bad body", await askJson(studio.origin, paths.predictions, { projectId: 7 }));
  keep("bad file", await ask(studio.origin, paths.pictures, { method: "POST", body: "no picture" }));
  keep("cross-site", await askJson(studio.origin, paths.projects, {}, { origin: "https://example.com" }));
  keep("foreign host", await ask(studio.origin, "/", { headers: { host: "example.com" } }));
  const api = [
    "/",
    paths.provider,
    paths.models,
    paths.projects,
    paths.project(project.id),
    paths.project(apiProjectId),
    paths.picture(picture.id),
  ];
  const facade = ["/replicate/v1/predictions", "/replicate/v1/openapi.json", "/replicate/v1/nothing"];
  await visit(
    ...api,
    ...facade,
    `/projects/${project.id}`,
    `/projects/${apiProjectId}`,
    "/projects/prj_nobody",
    "/nothing",
    "/api/nothing",
  );
  await visit("/api/pictures/%00/file", "/api/predictions/%ff", "/.env", "/_next/../.env", "/_next/static/%2e%2e/%2e%2e/.env");
  const listed: { readonly results: readonly Prediction[] } = JSON.parse((await ask(studio.origin, "/replicate/v1/predictions")).text);
  expect(listed.results.length).toBe(4);
});

/** The key as it is and as it looks wherever text is encoded. */
function formsOf(secret: string): readonly (readonly [form: string, text: string])[] {
  const bytes = Buffer.from(secret);
  // Within a longer text base64 has three faces, of which only the middle is certain.
  const faces = [0, 1, 2].map((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return shifted.slice(before === 0 ? 0 : 4, -4);
  });
  return [
    ["plain", secret],
    ["reversed", [...secret].reverse().join("")],
    ["URL-encoded", encodeURIComponent(secret)],
    ["form-encoded", new URLSearchParams({ k: secret }).toString().slice(2)],
    ["JSON-escaped", JSON.stringify(secret).slice(1, -1)],
    ["JSON-escaped twice", JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
    ["HTML-escaped", secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")],
    ["hexadecimal", bytes.toString("hex")],
    ...faces.flatMap((face) => [["base64", face] as const, ["base64url", face.replaceAll("+", "-").replaceAll("/", "_")] as const]),
    ["its beginning", secret.slice(0, 12)],
    ["its end", secret.slice(-12)],
  ];
}

function leaksIn(place: string, text: string): string[] {
  return formsOf(token)
    .filter(([, form]) => text.includes(form))
    .map(([form]) => `${place}: ${form}`);
}

it("the search finds the key in every form", () => {
  for (const [form, text] of formsOf(token)) expect(leaksIn("here", `before ${text} after`), form).not.toEqual([]);
});

it("no answer, bundle, log or file holds the key in any form", async () => {
  expect(answers.length).toBeGreaterThan(60);
  const inAnswers = answers.flatMap(({ from, text }) => leaksIn(from, text));
  const inOutput = leaksIn("output", studio.output());
  const inFiles: string[] = [];
  for (const folder of [studio.dataFolder, ".next/static", ".next/server"]) {
    const files = await filesBelow(folder);
    // On several machines there is next to nothing in it: the database and the bucket hold what is kept.
    if (folder !== studio.dataFolder || !studio.isSeveral) expect(files.length, folder).toBeGreaterThan(2);
    for (const file of files)
      inFiles.push(...leaksIn(path.join(folder, file), (await readFile(path.join(folder, file))).toString("latin1")));
  }
  const kept = await studio.databaseText();
  expect(kept).toContain(project.id);
  const inDatabase = leaksIn("database", kept);
  expect({ inAnswers, inOutput, inFiles, inDatabase }).toEqual({ inAnswers: [], inOutput: [], inFiles: [], inDatabase: [] });
});
