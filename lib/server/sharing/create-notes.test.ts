import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEdit, addProject } from "#lib/server/storage/contract/sample-records.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { Records, StoredEdit } from "#lib/server/storage/records.ts";
import { createManualClock, type ManualClock } from "#lib/testing/manual-clock.ts";
import { createNotes } from "./create-notes.ts";
import { createSharing } from "./create-sharing.ts";
import type { Notes } from "./notes.ts";
import type { Sharing } from "./sharing.ts";

let folder: string;
let records: Records;
let clock: ManualClock;
let sharing: Sharing;
let notes: Notes;
let projectId: string;
let edit: StoredEdit;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "notes-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  clock = createManualClock();
  sharing = createSharing({ records, clock });
  notes = createNotes({ records, clock });
  projectId = (await addProject(records)).id;
  edit = await addEdit(records, projectId);
  await addEdit(records, projectId);
});
afterAll(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

const said = () => ({ editId: edit.id, author: "Ada", text: "softer", at: { x: 0.5, y: 0.25 }, verdict: "changes" as const });
const at = { x: 0.1, y: 0.9 };

describe("in one list", () => {
  it("stand the remarks of every link and the studio's own notes, as they were said", async () => {
    const { share, token } = await sharing.create(projectId, { editId: edit.id, lifetime: "never" });
    const remark = await sharing.addRemark({ shareId: share.id, token }, said());
    clock.advance(1000);
    const note = await notes.add(projectId, { editId: edit.id, text: "warmer", at });
    expect(await notes.list(projectId)).toEqual([
      { ...remark, from: "link" },
      { ...note, from: "studio", author: "", at },
    ]);
    expect((await sharing.review({ shareId: share.id, token })).remarks).toEqual([remark]);
  });

  it("stands nothing that was said about an edit that is deleted, until it is back", async () => {
    const { id } = await addEdit(records, projectId);
    const note = await notes.add(projectId, { editId: id, text: "gone", at: null });
    await records.edits.setDeleted(id, clock.now());
    expect((await notes.list(projectId)).map((one) => one.id)).not.toContain(note.id);
    await records.edits.setDeleted(id, null);
    expect((await notes.list(projectId)).map((one) => one.id)).toContain(note.id);
  });
});

describe("a remark of a link", () => {
  it("is answered and settled for those who have that link, and opened again", async () => {
    const made = [null, null].map((editId) => sharing.create(projectId, { editId, lifetime: "never" }));
    const [link, other] = (await Promise.all(made)).map(({ share, token }) => ({ shareId: share.id, token }));
    if (!link || !other) throw new Error("Expected two links");
    const { id } = await sharing.addRemark(link, said());
    await notes.answer(id, "It is softer now");
    await notes.settle(id, true);
    const [seen] = (await sharing.review(link)).remarks;
    expect(seen).toMatchObject({ id, answers: [{ text: "It is softer now" }], settledAt: new Date(clock.now()).toISOString() });
    expect((await sharing.review(other)).remarks).toEqual([]);
    const listed = (await sharing.list(projectId)).flatMap(({ remarks }) => remarks).find((one) => one.id === id);
    expect(listed).toEqual(seen);
    expect(await notes.settle(id, false)).toMatchObject({ settledAt: null, answers: [{ text: "It is softer now" }] });
  });
});

describe("what cannot be", () => {
  it.each([
    ["a note on an edit of nobody", () => notes.add(projectId, { editId: "edt_none", text: "x", at: null }), "invalid_input"],
    ["a note in a project of nobody", () => notes.add("prj_none", { editId: edit.id, text: "x", at: null }), "not_found"],
    ["an answer to nothing", () => notes.answer("rmk_none", "x"), "not_found"],
    ["settling nothing", () => notes.settle("nte_none", true), "not_found"],
    ["the list of no project", () => notes.list("prj_none"), "not_found"],
  ])("is refused: %s", async (_what, ask, code) => {
    await expect(ask()).rejects.toMatchObject({ code });
  });

  it("is an answer to an answer: a talk has one level", async () => {
    const note = await notes.add(projectId, { editId: edit.id, text: "first", at: null });
    const [answer] = (await notes.answer(note.id, "second")).answers;
    await expect(notes.answer(answer?.id ?? "", "third")).rejects.toMatchObject({ code: "not_found" });
  });
});
