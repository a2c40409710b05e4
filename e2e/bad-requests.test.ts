/** What the routes for applied steps and for remarks refuse: by a code, a sentence and the field, and nothing is stored. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { replayPaths } from "#lib/replay-wire.ts";
import { remarkPaths } from "#lib/review-wire.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { type Answer, ask, askJson, upload } from "./studio-client.ts";

let studio: Studio;
let project: Project;
let editId: string;

beforeAll(async () => {
  studio = await startStudio();
  const picture = await upload(studio.origin, drawScene(64, 48));
  project = JSON.parse((await askJson(studio.origin, paths.projects, { name: "Asked", pictureId: picture.id })).text);
  editId = project.currentEditId ?? "";
});
afterAll(() => studio?.stop());

const applied = { pictures: [{ pictureId: "pic_x", name: "x" }], off: [], seeds: "same", projectId: null };
const noted = () => ({ editId, text: "softer", at: null });
const post = (target: string, body: unknown) => askJson(studio.origin, target, body);
const apply = (fields: object, id = "edt_x") => post(replayPaths.ofEdit(id), { ...applied, ...fields });
const note = (fields: object, id = project.id) => post(remarkPaths.ofProject(id), { ...noted(), ...fields });
const settle = (body: object) =>
  ask(studio.origin, remarkPaths.remark("rmk_x"), {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const cases: readonly (readonly [string, () => Promise<Answer>, string, string | null])[] = [
  ["the steps of an edit nobody made", () => ask(studio.origin, replayPaths.ofEdit("edt_x")), "not_found", null],
  ["applying the steps of an edit nobody made", () => apply({}), "not_found", null],
  ["applying no steps", () => apply({}, editId), "invalid_input", "off"],
  ["odd seeds", () => apply({ seeds: "odd" }), "invalid_input", "seeds"],
  ["half a step left out", () => apply({ off: [0.5] }), "invalid_input", "off.0"],
  ["a picture without a name", () => apply({ pictures: [{ pictureId: "pic_x", name: "" }] }), "invalid_input", "pictures.0.name"],
  ["a field more", () => apply({ models: [] }), "invalid_input", "models"],
  ["applied steps nobody began", () => ask(studio.origin, replayPaths.replay("rpl_x")), "not_found", null],
  ["canceling steps nobody began", () => post(replayPaths.cancel("rpl_x"), {}), "not_found", null],
  ["resuming steps by no word", () => post(replayPaths.resume("rpl_x"), {}), "invalid_input", "skip"],
  ["resuming steps nobody began", () => post(replayPaths.resume("rpl_x"), { skip: true }), "not_found", null],
  ["the applied steps of a project nobody made", () => ask(studio.origin, replayPaths.ofProject("prj_x")), "not_found", null],
  ["the remarks of a project nobody made", () => ask(studio.origin, remarkPaths.ofProject("prj_x")), "not_found", null],
  ["a note in a project nobody made", () => note({}, "prj_x"), "not_found", null],
  ["a note of no words", () => note({ text: " " }), "invalid_input", "text"],
  ["a note beside the picture", () => note({ at: { x: 2, y: 0 } }), "invalid_input", "at.x"],
  ["a note on an edit nobody made", () => note({ editId: "edt_x" }), "invalid_input", "editId"],
  ["a note without end", () => note({ text: "x".repeat(2001) }), "invalid_input", "text"],
  ["an answer to nothing", () => post(remarkPaths.answers("rmk_x"), { text: "x" }), "not_found", null],
  ["settling nothing", () => settle({ settled: true }), "not_found", null],
  ["layers of an odd kind", () => ask(studio.origin, `${paths.layers(editId)}?format=doc`), "invalid_input", "format"],
  ["settling by a word", () => settle({ settled: "yes" }), "invalid_input", "settled"],
];

it.each(cases)("is refused: %s", async (_what, send, code, field) => {
  const stored = async () => {
    const looks = [paths.project(project.id), replayPaths.ofProject(project.id), remarkPaths.ofProject(project.id), paths.projects];
    return Promise.all(looks.map(async (look) => (await ask(studio.origin, look)).text));
  };
  const before = await stored();
  const answer = await send();
  const { error } = JSON.parse(answer.text);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(error).toMatchObject({ code, charged: "no", message: expect.stringMatching(/^\S.{15,}/) });
  expect(error.faults[0]?.field ?? null).toBe(field);
  expect(await stored()).toEqual(before);
});
