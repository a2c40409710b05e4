import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lifetime, NewRemark } from "#lib/review-wire.ts";
import { addEdit, addProject } from "#lib/server/storage/contract/sample-records.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { Records, StoredEdit } from "#lib/server/storage/records.ts";
import { createManualClock, type ManualClock } from "#lib/testing/manual-clock.ts";
import { createSharing } from "./create-sharing.ts";
import type { HeldLink, Sharing } from "./sharing.ts";

const dayMs = 24 * 3600 * 1000;
let folder: string;
let records: Records;
let clock: ManualClock;
let sharing: Sharing;
let projectId: string;
/** A photograph, an edit of it, an edit of that one, and one beside the first edit. */
let photo: StoredEdit;
let first: StoredEdit;
let second: StoredEdit;
let beside: StoredEdit;
let foreign: StoredEdit;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sharing-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  clock = createManualClock();
  sharing = createSharing({ records, clock });
  projectId = (await addProject(records)).id;
  photo = await addEdit(records, projectId);
  first = await addEdit(records, projectId, { parentId: photo.id });
  second = await addEdit(records, projectId, { parentId: first.id });
  beside = await addEdit(records, projectId, { parentId: photo.id });
  foreign = await addEdit(records, (await addProject(records)).id);
});
afterAll(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

async function share(editId: string | null, lifetime: Lifetime = "never", project = projectId) {
  const made = await sharing.create(project, { editId, lifetime });
  return { ...made, link: { shareId: made.share.id, token: made.token } };
}
const remarkOn = (edit: StoredEdit, fields: Partial<NewRemark> = {}): NewRemark => ({
  ...{ editId: edit.id, author: "Ada", text: "softer", at: { x: 0.5, y: 0.25 }, verdict: null },
  ...fields,
});
const notFound = { code: "not_found" };

describe("what a link shows", () => {
  it("is the edit and what it came from, for an edit", async () => {
    const { link } = await share(second.id);
    const review = await sharing.review(link);
    expect(review.edits.map(({ id, parentId }) => [id, parentId])).toEqual([
      [first.id, null],
      [second.id, first.id],
    ]);
    expect(review).toMatchObject({ openIds: [second.id], firstId: second.id });
  });

  it("is every edit that is not deleted, for a project, and what is added later", async () => {
    const id = (await addProject(records)).id;
    const kept = await addEdit(records, id);
    const hidden = await addEdit(records, id, { parentId: kept.id });
    const { link } = await share(null, "never", id);
    const later = await addEdit(records, id, { parentId: hidden.id });
    expect((await sharing.review(link)).openIds).toEqual([kept.id, hidden.id, later.id]);
    await records.edits.setDeleted(hidden.id, clock.now());
    const review = await sharing.review(link);
    expect(review.edits.map((edit) => [edit.id, edit.parentId])).toEqual([
      [kept.id, null],
      [later.id, null],
    ]);
    await expect(sharing.requirePicture(link, hidden.pictureId)).rejects.toMatchObject(notFound);
  });

  it("begins with what was kept, and before that with the newest result rather than the picture it was made of", async () => {
    const id = (await addProject(records)).id;
    const upload = await addEdit(records, id);
    const { link } = await share(null, "never", id);
    const firstId = async () => (await sharing.review(link)).firstId;
    expect(await firstId()).toBe(upload.id);
    const older = await addEdit(records, id, { parentId: upload.id });
    const newer = await addEdit(records, id, { parentId: upload.id });
    expect(await firstId()).toBe(newer.id);
    await records.projects.setCurrent(id, older.id, clock.now());
    expect(await firstId()).toBe(older.id);
  });

  it("is no picture but those it was made for, whichever link and whichever picture", async () => {
    const edits = [photo, first, second, beside, foreign];
    const reachable: readonly (readonly [StoredEdit | null, readonly StoredEdit[]])[] = [
      [photo, [photo]],
      [first, [photo, first]],
      [second, [first, second]],
      [beside, [photo, beside]],
      [null, [photo, first, second, beside]],
    ];
    for (const [shared, open] of reachable) {
      const { link } = await share(shared?.id ?? null);
      for (const edit of edits) {
        const asked = sharing.requirePicture(link, edit.pictureId);
        if (open.includes(edit)) await expect(asked).resolves.toBeUndefined();
        else await expect(asked).rejects.toMatchObject(notFound);
      }
    }
  });
});

describe("a link ends", () => {
  const doors: readonly (readonly [string, (link: HeldLink) => Promise<unknown>])[] = [
    ["its secret", async (link) => expect(await sharing.enter(link.token)).toBe(link.shareId)],
    ["the review", (link) => sharing.review(link)],
    ["a picture", (link) => sharing.requirePicture(link, first.pictureId)],
    ["a remark", (link) => sharing.addRemark(link, remarkOn(first))],
  ];

  it.each(doors)("with one refusal whatever is wrong, at every door: %s", async (_door, enter) => {
    const [open, revoked, expired] = [await share(first.id), await share(first.id), await share(first.id, "day")];
    await sharing.revoke(revoked.share.id);
    await expect(enter(open.link)).resolves.not.toThrow();
    clock.advance(dayMs);
    const wrong = `${open.token.slice(0, -1)}${open.token.endsWith("A") ? "B" : "A"}`;
    const others = [wrong, "", open.share.id, open.token.toLowerCase()].map((token) => ({ shareId: open.share.id, token }));
    const refusals = [revoked.link, expired.link, ...others].map((link) =>
      enter(link).then(
        () => "let in",
        ({ code, message }) => `${code}: ${message}`,
      ),
    );
    expect(new Set(await Promise.all(refusals))).toEqual(
      new Set(["not_found: Expected a review link that is open, and something that it shows"]),
    );
    await expect(enter(open.link)).resolves.not.toThrow();
  });

  it("is opened by its own secret and by no other link's", async () => {
    const [one, other] = [await share(first.id), await share(first.id)];
    await expect(sharing.review({ shareId: one.share.id, token: other.token })).rejects.toMatchObject(notFound);
    await expect(sharing.review(one.link)).resolves.toBeDefined();
  });

  it.each([
    ["day", 1],
    ["week", 7],
    ["month", 30],
  ] as const)("after a %s to the millisecond, and the list says so", async (lifetime, days) => {
    const { link, share: made } = await share(first.id, lifetime);
    clock.advance(days * dayMs - 1);
    await expect(sharing.review(link)).resolves.toBeDefined();
    clock.advance(1);
    await expect(sharing.review(link)).rejects.toMatchObject(notFound);
    expect((await sharing.list(projectId)).find(({ id }) => id === made.id)?.state).toBe("expired");
  });

  it("with its project and with its edit, and comes back with them", async () => {
    const id = (await addProject(records)).id;
    await addEdit(records, id);
    const edit = await addEdit(records, id);
    const { link } = await share(edit.id, "never", id);
    for (const table of ["edits", "projects"] as const) {
      const target = table === "edits" ? edit.id : id;
      await records[table].setDeleted(target, clock.now());
      await expect(sharing.review(link)).rejects.toMatchObject(notFound);
      await records[table].setDeleted(target, null);
      await expect(sharing.review(link)).resolves.toBeDefined();
    }
  });
});

describe("a remark", () => {
  it("is seen by the studio and by those who have the same link, and by no other link", async () => {
    const [one, other] = [await share(first.id), await share(first.id)];
    const made = await sharing.addRemark(one.link, remarkOn(first, { verdict: "changes" }));
    expect((await sharing.review(one.link)).remarks).toEqual([made]);
    expect((await sharing.review(other.link)).remarks).toEqual([]);
    expect((await sharing.list(projectId)).find(({ id }) => id === one.share.id)?.remarks).toEqual([made]);
  });

  it("is refused on what is only there to compare with, and on edits of others", async () => {
    const { link } = await share(first.id);
    for (const edit of [photo, second, foreign]) {
      await expect(sharing.addRemark(link, remarkOn(edit))).rejects.toMatchObject({ faults: [{ field: "editId" }] });
    }
  });

  it("says something: words or a verdict", async () => {
    const { link } = await share(first.id);
    await expect(sharing.addRemark(link, remarkOn(first, { text: "" }))).rejects.toMatchObject({ faults: [{ field: "text" }] });
    await expect(sharing.addRemark(link, remarkOn(first, { text: "", verdict: "approved" }))).resolves.toMatchObject({
      verdict: "approved",
    });
  });

  it("is one too many after five hundred", async () => {
    const { link, share: made } = await share(first.id);
    for (let index = 0; index < 500; index += 1) await sharing.addRemark(link, remarkOn(first));
    await expect(sharing.addRemark(link, remarkOn(first))).rejects.toMatchObject({ code: "review_full" });
    expect((await sharing.list(projectId)).find(({ id }) => id === made.id)?.remarks).toHaveLength(500);
  });
});

it("an edit of another project cannot be shared, nor one nobody has", async () => {
  for (const id of [foreign.id, "edt_none"]) await expect(share(id)).rejects.toMatchObject({ faults: [{ field: "editId" }] });
  await expect(share(null, "day", "prj_none")).rejects.toMatchObject(notFound);
  await expect(sharing.revoke("shr_none")).rejects.toMatchObject(notFound);
});
