/** Whose a project is: every route that names something of it, asked by another person of the same team. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peoplePaths } from "#lib/people-wire.ts";
import { type Replay, replayPaths } from "#lib/replay-wire.ts";
import { remarkPaths } from "#lib/review-wire.ts";
import { isTerminal, type Picture, type Prediction, type Project, paths } from "#lib/wire.ts";
import { type ListedRoute, listRoutes } from "./listed-routes.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { ask, until } from "./studio-client.ts";
import { call, makeToken, post, startTeam, type Team } from "./team.ts";

const fill = "black-forest-labs/flux-fill-dev";
const draw = "black-forest-labs/flux-schnell";

let team: Team;
let ann: string;
let bob: string;
let viewer: string;
let project: Project;
let mask: Picture;
/** Of somebody who leaves. */
let left: Project;
/** Something of each kind, by the name it has in addresses. */
let named: Readonly<Record<string, string>>;

/** What names nothing of a project. */
const elsewhere = ["side", "token", "personId", "invitationId", "sessionId", "tokenId", "owner", "name", "file"];

const upload = async (cookie: string, bytes: Buffer): Promise<Picture> =>
  JSON.parse((await ask(team.studio.origin, paths.pictures, { method: "POST", body: bytes, headers: { cookie } })).text);

async function made<Made>(target: string, value: unknown, cookie: string): Promise<Made> {
  const answer = await post(team.studio, target, value, { cookie });
  expect(answer.status, `${target} ${answer.text}`).toBeLessThan(300);
  return JSON.parse(answer.text);
}

async function read<Found>(target: string, cookie: string): Promise<Found> {
  return JSON.parse((await call(team.studio, "GET", target, { cookie })).text);
}

beforeAll(async () => {
  team = await startTeam();
  ann = await team.join("editor", "ann@example.com");
  bob = await team.join("editor", "bob@example.com");
  viewer = await team.join("viewer", "vera@example.com");
  left = await made<Project>(paths.projects, { name: "Left behind" }, await team.join("editor", "cy@example.com"));
  const picture = await upload(ann, drawScene(320, 200));
  mask = await upload(ann, drawMiddleMask(320, 200));
  const { id } = await made<Project>(paths.projects, { name: "Of Ann alone", pictureId: picture.id }, ann);
  const inputs = { prompt: "remove the car", image: picture.id, mask: mask.id };
  const begun = await made<Prediction>(paths.predictions, { projectId: id, model: fill, inputs }, ann);
  const run = await until("the run to end", async () => {
    const found = await read<Prediction>(paths.prediction(begun.id), ann);
    return isTerminal(found.status) ? found : null;
  });
  expect(run.status).toBe("stored");
  project = await read<Project>(paths.project(id), ann);
  const editId = run.outputEditIds[0] ?? "";
  const share = await made<{ share: { id: string } }>(paths.shares(id), { editId, lifetime: "day" }, ann);
  const note = await made<{ id: string }>(remarkPaths.ofProject(id), { editId, text: "softer", at: null }, ann);
  const prompt = await made<{ id: string }>(paths.prompts, { text: "words of Ann" }, ann);
  const steps = { pictures: [{ pictureId: picture.id, name: "Again" }], off: [], seeds: "same", projectId: id };
  const { replays } = await made<{ replays: readonly Replay[] }>(replayPaths.ofEdit(editId), steps, ann);
  named = {
    ...{ projectId: id, editId, pictureId: run.outputs[0]?.id ?? "", predictionId: run.id, replayId: replays[0]?.id ?? "" },
    ...{ remarkId: note.id, shareId: share.share.id, promptId: prompt.id },
  };
});
afterAll(() => team?.studio.stop());

const namesOf = ({ place }: ListedRoute) => [...place.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? "");
const targetOf = ({ place }: ListedRoute) =>
  place.replace("[side]", "256").replaceAll(/\[(\w+)\]/g, (_, name: string) => named[name] ?? "x");

describe("a private project", () => {
  it("is not there for another person, at any address that names something of it", async () => {
    const all = (await listRoutes()).filter(({ place }) => place.startsWith("/api/") && !place.startsWith("/api/review/"));
    const known = new Set([...Object.keys(named), ...elsewhere]);
    expect(all.flatMap(namesOf).filter((name) => !known.has(name))).toEqual([]);
    const ours = all.filter((route) => namesOf(route).some((name) => name in named));
    expect(ours.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const route of ours) {
      for (const [who, cookie] of Object.entries({ bob, owner: team.owner })) {
        const { status, text } = await call(team.studio, route.method, targetOf(route), { cookie });
        if (status !== 404 || text.includes("Of Ann alone")) wrong.push(`${route.method} ${route.place} for ${who}: ${status}`);
      }
      if (route.method !== "GET") continue;
      const { status } = await call(team.studio, "GET", targetOf(route), { cookie: ann });
      if (status === 404) wrong.push(`GET ${route.place} for Ann: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await read<Project>(paths.project(project.id), ann)).toMatchObject({
      name: project.name,
      isPrivate: true,
      currentEditId: project.currentEditId,
    });
  });

  it("is in nobody else's lists, searches, words, pages and news", async () => {
    for (const target of [paths.projects, `${paths.projects}?search=alone`, `${paths.prompts}?search=ann`, "/"]) {
      expect((await call(team.studio, "GET", target, { cookie: ann })).text, target).toMatch(/Of Ann alone|words of Ann/);
      for (const cookie of [bob, team.owner, viewer]) {
        expect((await call(team.studio, "GET", target, { cookie })).text, target).not.toMatch(/Of Ann|words of Ann|remove the car/);
      }
    }
    const page = `/projects/${project.id}`;
    expect((await call(team.studio, "GET", page, { cookie: ann })).text).toContain("Of Ann alone");
    expect((await call(team.studio, "GET", page, { cookie: bob })).text).not.toContain("Of Ann alone");
    const news = `${paths.predictions}?watch=${named.predictionId}.0&wait=0`;
    expect((await read<{ predictions: unknown[] }>(news, ann)).predictions).toHaveLength(1);
    expect((await read<{ predictions: unknown[] }>(news, bob)).predictions).toEqual([]);
  });

  it("lends nothing of it to a body that names it", async () => {
    const own = await made<Project>(paths.projects, { name: "Of Bob" }, bob);
    const { pictureId = "", editId = "" } = named;
    const steps = { pictures: [{ pictureId, name: "x" }], off: [], seeds: "same", projectId: own.id };
    const picture = await upload(bob, drawScene(64, 40));
    const edit = await made<{ id: string }>(paths.edits(own.id), { pictureId: picture.id, name: "x" }, bob);
    const bodies: readonly (readonly [string, unknown])[] = [
      [paths.projects, { name: "x", pictureId }],
      [paths.edits(own.id), { pictureId, name: "x" }],
      [paths.edits(own.id), { pictureId: picture.id, name: "x", parentEditId: editId }],
      [paths.predictions, { projectId: project.id, model: draw, inputs: { prompt: "x" } }],
      [paths.predictions, { projectId: own.id, parentEditId: editId, model: draw, inputs: { prompt: "x" } }],
      [paths.predictions, { projectId: own.id, model: fill, inputs: { prompt: "x", image: pictureId, mask: mask.id } }],
      [replayPaths.ofEdit(edit.id), steps],
      [replayPaths.ofEdit(edit.id), { ...steps, pictures: [{ pictureId: picture.id, name: "x" }], projectId: project.id }],
      [`${paths.edit(edit.id)}/blend`, { alphaId: mask.id, softnessPx: 0, colourMatch: 0, whole: false }],
    ];
    for (const [target, body] of bodies) {
      expect((await post(team.studio, target, body, { cookie: bob })).status, `${target} ${JSON.stringify(body)}`).toBe(404);
    }
    const { edits, predictions } = await read<Project>(paths.project(own.id), bob);
    expect([edits.length, predictions.length]).toEqual([1, 0]);
  });

  it("is shared by whoever made it and by nobody else, and then seen by all", async () => {
    const say = (isPrivate: boolean, cookie: string) =>
      call(team.studio, "PATCH", paths.project(project.id), { cookie, body: JSON.stringify({ isPrivate }) });
    expect((await say(false, bob)).status).toBe(404);
    expect((await say(false, ann)).status).toBe(200);
    for (const cookie of [bob, viewer, team.owner]) {
      expect((await call(team.studio, "GET", paths.project(project.id), { cookie })).status).toBe(200);
      for (const id of [named.pictureId ?? "", mask.id]) {
        expect((await call(team.studio, "GET", paths.pictureFile(id), { cookie })).status).toBe(200);
      }
    }
    expect((await say(true, bob)).status).toBe(403);
    expect((await say(true, ann)).status).toBe(200);
    expect((await call(team.studio, "GET", paths.project(project.id), { cookie: bob })).status).toBe(404);
  });

  it("becomes the team's when an owner hands over what somebody left behind, and not before they left", async () => {
    const { people } = await read<{ people: readonly { id: string; email: string }[] }>(peoplePaths.people, team.owner);
    const { id = "" } = people.find(({ email }) => email === "cy@example.com") ?? {};
    const hand = () => post(team.studio, peoplePaths.handOver(id), {}, { cookie: team.owner });
    const seen = () => call(team.studio, "GET", paths.project(left.id), { cookie: bob });
    expect([(await hand()).status, (await seen()).status]).toEqual([422, 404]);
    const body = JSON.stringify({ isDisabled: true });
    expect((await call(team.studio, "PATCH", peoplePaths.person(id), { cookie: team.owner, body })).status).toBe(200);
    expect([(await hand()).text, (await seen()).status]).toEqual(['{"projects":1}', 200]);
  });

  it("is what a person makes by the API, too, though its pictures are fetched by their names alone", async () => {
    const tokens = { ann: await makeToken(team.studio, ann, "run"), bob: await makeToken(team.studio, bob, "run") };
    const as = (who: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[who]}` });
    const v1 = "/replicate/v1/predictions";
    const body = { version: draw, input: { prompt: "words for the API" } };
    const begun = JSON.parse((await post(team.studio, v1, body, { ...as("ann"), prefer: "wait=30" })).text);
    expect(begun.status).toBe("succeeded");
    expect((await call(team.studio, "GET", `${v1}/${begun.id}`, as("ann"))).status).toBe(200);
    expect((await call(team.studio, "GET", `${v1}/${begun.id}`, as("bob"))).status).toBe(404);
    expect((await post(team.studio, `${v1}/${begun.id}/cancel`, {}, as("bob"))).status).toBe(404);
    expect((await call(team.studio, "GET", v1, as("ann"))).text).toContain(begun.id);
    expect((await call(team.studio, "GET", v1, as("bob"))).text).not.toContain(begun.id);
    expect((await call(team.studio, "GET", paths.projects, { cookie: bob })).text).not.toContain("prj_api_");
    const place = new URL(begun.output[0]).pathname;
    expect((await call(team.studio, "GET", place)).status).toBe(200);
    expect((await call(team.studio, "GET", `/replicate/v1/files/${named.pictureId}.png`)).status).toBe(404);
    const foreign = { input: { prompt: "x", input_image: `${team.studio.origin}${paths.pictureFile(named.pictureId ?? "")}` } };
    const kontext = "/replicate/v1/models/black-forest-labs/flux-kontext-pro/predictions";
    expect((await post(team.studio, kontext, foreign, as("bob"))).status).toBe(422);
  });
});
