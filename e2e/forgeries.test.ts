/** What other sites' pages send changes nothing: every route that can change something, against every forgery. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiProjectId } from "#lib/ids.ts";
import { type Replay, replayPaths } from "#lib/replay-wire.ts";
import { type MadeShare, remarkPaths } from "#lib/review-wire.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { freePort } from "#lib/testing/free-port.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { isTerminal, type Picture, type Prediction, type Project, paths } from "#lib/wire.ts";
import { isAboutPeople, listRoutes } from "./listed-routes.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { ask, askJson, createProject, startPrediction, until, untilEnded, upload } from "./studio-client.ts";

const fill = "black-forest-labs/flux-fill-dev";
const draw = "black-forest-labs/flux-schnell";

let studio: Studio;
let gateway: FakeGateway;
let picture: Picture;
let project: Project;
/** Its current edit is a filled one; another of its edits is aside, for others to delete. */
let grown: Project;
let filledId: string;
let asideId: string;
let promptId: string;
let made: MadeShare;
let noteId: string;
let predictions: readonly Prediction[];
/** Steps that wait for their first run, and others that were canceled. */
let replayIds: readonly string[];

beforeAll(async () => {
  gateway = await startFakeGateway();
  const port = await freePort();
  const called = { PUBLIC_URL: `http://127.0.0.1:${port}`, REPLICATE_WEBHOOKS: "on" };
  studio = await startStudio({
    port,
    environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, ...called },
  });
  picture = await upload(studio.origin, drawScene(640, 400));
  const mask = await upload(studio.origin, drawMiddleMask(640, 400));
  grown = JSON.parse((await askJson(studio.origin, paths.projects, { name: "Grown", pictureId: picture.id })).text);
  asideId = JSON.parse(
    (await askJson(studio.origin, paths.edits(grown.id), { pictureId: picture.id, name: "Aside", makeCurrent: false })).text,
  ).id;
  filledId = await fillOnce(mask);
  promptId = JSON.parse((await askJson(studio.origin, paths.prompts, { text: "a quiet road" })).text).id;
  made = JSON.parse((await askJson(studio.origin, paths.shares(grown.id), { editId: asideId, lifetime: "day" })).text);
  const note = { editId: filledId, text: "softer", at: { x: 0.5, y: 0.5 } };
  noteId = JSON.parse((await askJson(studio.origin, remarkPaths.ofProject(grown.id), note)).text).id;
  // From here on predictions rest where they are, so that only what a test does changes anything, and a cancel has something to end.
  gateway.setScript({ pace: { by: "time", startingMs: 3_600_000, processingMs: 0 } });
  project = await createProject(studio.origin, "Before");
  const lake = { projectId: project.id, model: draw, inputs: { prompt: "a lake" } };
  predictions = [await startPrediction(studio.origin, lake), await startPrediction(studio.origin, lake)];
  replayIds = [await applySteps(), await applySteps()];
  await askJson(studio.origin, replayPaths.cancel(replayIds[1] ?? ""), {});
  await untilAtRest();
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
});

async function fillOnce(mask: Picture): Promise<string> {
  const inputs = { image: picture.id, mask: mask.id, prompt: "a quiet road" };
  const body = { projectId: grown.id, parentEditId: grown.currentEditId, model: fill, inputs };
  const started: Prediction = JSON.parse((await askJson(studio.origin, paths.predictions, body)).text);
  expect((await untilEnded(studio.origin, started.id)).status).toBe("stored");
  return (await findProject(grown.id))?.edits.find(({ predictionId }) => predictionId === started.id)?.id ?? "";
}

/** As the gateway was told it. */
function callAddress(id: string): string {
  const told = gateway.predictions.find(({ webhook }) => webhook?.includes(id))?.webhook;
  return new URL(told ?? studio.origin).pathname;
}

async function applySteps(): Promise<string> {
  const body = { pictures: [{ pictureId: picture.id, name: "Steps" }], off: [], seeds: "new", projectId: project.id };
  return JSON.parse((await askJson(studio.origin, replayPaths.ofEdit(filledId), body)).text).replays[0].id;
}

async function readReplays(): Promise<readonly Replay[]> {
  const answer = await ask(studio.origin, replayPaths.ofProject(project.id));
  return JSON.parse(answer.text).replays;
}

/** Null once it is deleted. */
async function findProject(id: string): Promise<Project | null> {
  const answer = await ask(studio.origin, paths.project(id));
  return answer.status === 200 ? JSON.parse(answer.text) : null;
}

async function untilAtRest(): Promise<void> {
  await until("every prediction to rest", async () => {
    const projects = await Promise.all([project.id, grown.id, apiProjectId].map(findProject));
    const runs = projects.flatMap((one) => one?.predictions ?? []);
    // The gateway leaves what it accepted where it is; an enlarging is ours, and goes on to its end.
    const areWaiting = (await readReplays()).every(({ status, cancelRequested, steps }) => {
      return status !== "running" || (!cancelRequested && steps.some(({ predictionId }) => predictionId !== null));
    });
    return areWaiting && runs.every(({ status, provider }) => isTerminal(status) || (status === "accepted" && provider !== "local"))
      ? true
      : null;
  });
}

interface MutatingCase {
  readonly target: () => string;
  readonly body: () => string | Buffer;
  /** What the same request answers when our own page sends it. */
  readonly own: number;
  /** What shows who asks, beside the headers every browser sends. */
  readonly cookie?: () => string;
  /** Hands something out and changes nothing that is stored. */
  readonly storesNothing?: true;
}

const json = (value: unknown) => JSON.stringify(value);
const drawing = { prompt: "a boat" };
/** Every request that can change something, in the order asked. A new one without its line here fails the test below. */
const mutating: Readonly<Record<string, MutatingCase>> = {
  "POST /api/pictures": { target: () => paths.pictures, body: () => drawScene(64, 48), own: 201 },
  "POST /api/projects": { target: () => paths.projects, body: () => json({ name: "Theirs" }), own: 201 },
  "POST /api/prompts": { target: () => paths.prompts, body: () => json({ text: "a boat" }), own: 201 },
  "DELETE /api/prompts/[promptId]": { target: () => paths.prompt(promptId), body: () => "", own: 204 },
  "POST /api/provider/check": { target: () => paths.providerCheck, body: () => "", own: 200 },
  "POST /api/edits/[editId]/blend": {
    target: () => paths.blend(filledId),
    body: () => json({ alphaId: null, softnessPx: 4, colourMatch: 0, whole: false }),
    own: 201,
  },
  "POST /api/edits/[editId]/enlarge": { target: () => paths.enlarge(filledId), body: () => json({ factor: 2 }), own: 201 },
  "POST /api/edits/[editId]/replays": {
    target: () => replayPaths.ofEdit(filledId),
    body: () => json({ pictures: [{ pictureId: picture.id, name: "theirs" }], off: [], seeds: "new", projectId: project.id }),
    own: 201,
  },
  "POST /api/replays/[replayId]/cancel": { target: () => replayPaths.cancel(replayIds[0] ?? ""), body: () => "", own: 200 },
  "POST /api/replays/[replayId]/resume": {
    target: () => replayPaths.resume(replayIds[1] ?? ""),
    body: () => json({ skip: false }),
    own: 200,
  },
  "POST /api/projects/[projectId]/shares": {
    target: () => paths.shares(grown.id),
    body: () => json({ editId: null, lifetime: "never" }),
    own: 201,
  },
  "POST /api/review": { target: () => paths.reviewEntry, body: () => json({ token: made.token }), own: 200, storesNothing: true },
  "POST /api/review/[shareId]/remarks": {
    target: () => paths.remarks(made.share.id),
    cookie: () => `pentimento-review=${made.token}`,
    body: () => json({ editId: asideId, author: "Them", text: "theirs", at: null, verdict: "approved" }),
    own: 201,
  },
  "POST /api/projects/[projectId]/remarks": {
    target: () => remarkPaths.ofProject(grown.id),
    body: () => json({ editId: filledId, text: "theirs", at: null }),
    own: 201,
  },
  "POST /api/remarks/[remarkId]/answers": { target: () => remarkPaths.answers(noteId), body: () => json({ text: "theirs" }), own: 201 },
  "PATCH /api/remarks/[remarkId]": { target: () => remarkPaths.remark(noteId), body: () => json({ settled: true }), own: 200 },
  "DELETE /api/shares/[shareId]": { target: () => paths.share(made.share.id), body: () => "", own: 200 },
  "PATCH /api/edits/[editId]": { target: () => paths.edit(filledId), body: () => json({ starred: true }), own: 200 },
  "DELETE /api/edits/[editId]": { target: () => paths.edit(asideId), body: () => "", own: 200 },
  "POST /api/edits/[editId]/restore": { target: () => paths.restoreEdit(asideId), body: () => "", own: 200 },
  "DELETE /api/projects/[projectId]": { target: () => paths.project(grown.id), body: () => "", own: 204 },
  "POST /api/projects/[projectId]/restore": { target: () => paths.restoreProject(grown.id), body: () => "", own: 200 },
  "PATCH /api/projects/[projectId]": { target: () => paths.project(project.id), body: () => json({ name: "Theirs" }), own: 200 },
  "POST /api/projects/[projectId]/edits": {
    target: () => paths.edits(project.id),
    body: () => json({ pictureId: picture.id, name: "theirs" }),
    own: 201,
  },
  "POST /api/predictions": {
    target: () => paths.predictions,
    body: () => json({ projectId: project.id, model: "black-forest-labs/flux-schnell", inputs: drawing }),
    own: 201,
  },
  "POST /api/predictions/[predictionId]/over/[token]": { target: () => callAddress(predictions[0]?.id ?? ""), body: () => "{}", own: 204 },
  "POST /api/predictions/[predictionId]/cancel": { target: () => paths.cancel(predictions[0]?.id ?? ""), body: () => "", own: 200 },
  "POST /replicate/v1/predictions": {
    target: () => "/replicate/v1/predictions",
    body: () => json({ version: "black-forest-labs/flux-schnell", input: drawing }),
    own: 201,
  },
  "POST /replicate/v1/models/[owner]/[name]/predictions": {
    target: () => "/replicate/v1/models/black-forest-labs/flux-schnell/predictions",
    body: () => json({ input: drawing }),
    own: 201,
  },
  "POST /replicate/v1/predictions/[predictionId]/cancel": {
    target: () => `/replicate/v1/predictions/${predictions[1]?.id.replace("prd_", "")}/cancel`,
    body: () => "",
    own: 200,
  },
};

async function mutatingRoutes(): Promise<string[]> {
  const routes = (await listRoutes()).filter((route) => route.method !== "GET" && !isAboutPeople(route));
  return routes.map(({ method, place }) => `${method} ${place}`);
}

async function everythingStored() {
  await untilAtRest();
  const [projects, prompts] = await Promise.all(
    [paths.projects, paths.prompts].map(async (place) => JSON.parse((await ask(studio.origin, place)).text)),
  );
  const [own, api, other] = await Promise.all([project.id, apiProjectId, grown.id].map(findProject));
  // A project that is deleted answers no list of its links.
  const listed = await ask(studio.origin, paths.shares(grown.id));
  const shares = listed.status === 200 ? JSON.parse(listed.text) : null;
  const remarks = (await ask(studio.origin, remarkPaths.ofProject(grown.id))).text.replace(/"requestId":"[^"]*"/, "");
  const looks = gateway.requests.filter(({ method, path: asked }) => method === "GET" && asked.endsWith("/predictions")).length;
  // What is being written belongs to work that an earlier request began.
  const files = await until("files to be written to their end", async () => {
    const all = await studio.storedFiles();
    return all.some((name) => name.startsWith("tmp/")) ? null : all;
  });
  const replays = await readReplays();
  return { projects, prompts, shares, own, api, other, asked: gateway.predictions.length, looks, files, replays, remarks };
}

describe("a request that changes something", () => {
  const otherPort = () => studio.origin.replace(/\d+$/, (port) => String(Number(port) ^ 1));
  const crossSite: Readonly<Record<string, () => Record<string, string>>> = {
    "another site": () => ({ "sec-fetch-site": "cross-site", origin: "https://example.com" }),
    "another site that sends no Origin": () => ({ "sec-fetch-site": "cross-site" }),
    "a neighbour on the same site": () => ({ "sec-fetch-site": "same-site", origin: otherPort() }),
    "a sandboxed page": () => ({ origin: "null" }),
    "another port": () => ({ origin: otherPort() }),
    "another site in an old browser": () => ({ origin: "http://example.com" }),
    "a page that claims to be ours but is not": () => ({ "sec-fetch-site": "same-origin", origin: "http://example.com" }),
  };

  it("has its case in this file", async () => {
    expect((await mutatingRoutes()).toSorted()).toEqual(Object.keys(mutating).toSorted());
  });

  it.each(Object.entries(mutating))(
    "is refused from elsewhere, and taken from our own page: %s",
    async (name, { target, body, own, cookie, storesNothing }) => {
      const method = name.split(" ")[0] ?? "POST";
      const known = cookie ? { cookie: cookie() } : {};
      const before = await everythingStored();
      for (const [where, headers] of Object.entries(crossSite)) {
        for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
          const answer = await ask(studio.origin, target(), {
            method,
            headers: { "content-type": type, ...known, ...headers() },
            body: body(),
          });
          expect(answer.status, `${type} from ${where}`).toBe(403);
        }
      }
      expect(await everythingStored()).toEqual(before);
      const headers = { "content-type": "application/json", ...known, "sec-fetch-site": "same-origin", origin: studio.origin };
      const answer = await ask(studio.origin, target(), { method, headers, body: body() });
      expect(answer.status, answer.text).toBe(own);
      if (!storesNothing) expect(await everythingStored()).not.toEqual(before);
    },
  );

  it("of our own API takes no form for JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const answer = await ask(studio.origin, paths.projects, {
        method: "POST",
        headers: { "content-type": type },
        body: json({ name: "Form" }),
      });
      expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([400, "bad_request"]);
    }
  });

  it("gets no permission for other sites by a preflight", async () => {
    const headers = { origin: "http://example.com", "access-control-request-method": "POST" };
    const answer = await ask(studio.origin, paths.predictions, { method: "OPTIONS", headers });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});
