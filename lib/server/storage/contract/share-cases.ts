import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { Records, RemarkRecord, ShareRecord } from "../records.ts";
import { addEdit, addProject, startMs } from "./sample-records.ts";

let count = 0;

async function addShare(records: Records, fields: Partial<ShareRecord> = {}): Promise<ShareRecord> {
  count += 1;
  const project = await addProject(records);
  const edit = await addEdit(records, project.id);
  const share = {
    id: newId("shr"),
    projectId: project.id,
    editId: edit.id,
    tokenHash: count.toString(16).padStart(64, "0"),
    createdAtMs: startMs + count,
    expiresAtMs: startMs + 1000,
    revokedAtMs: null,
    ...fields,
  };
  await records.shares.create(share);
  return share;
}

function remarkOn(share: ShareRecord, fields: Partial<RemarkRecord> = {}): RemarkRecord {
  return {
    id: newId("rmk"),
    shareId: share.id,
    editId: share.editId ?? "",
    author: "Ada",
    text: "softer here \ud83e\ude91",
    x: 0.25,
    y: 1,
    verdict: null,
    createdAtMs: startMs,
    ...fields,
  };
}

export function describeShares(one: () => Records, other: () => Records): void {
  test("a link is found by the hash of its token and with its project, the newest first", async () => {
    const first = await addShare(one());
    const second = await addShare(one(), { projectId: first.projectId, editId: null, expiresAtMs: null });
    expect(await other().shares.byToken(first.tokenHash)).toEqual(first);
    expect(await other().shares.get(second.id)).toEqual(second);
    expect(await other().shares.ofProject(first.projectId)).toEqual([second, first]);
    expect(await other().shares.byToken("f".repeat(64))).toBeNull();
    expect(await other().shares.get("shr_none")).toBeNull();
  });

  test("two links never have one token", async () => {
    const share = await addShare(one());
    await expect(addShare(other(), { tokenHash: share.tokenHash })).rejects.toThrow();
  });

  test("a link is revoked once: the first time stays", async () => {
    const share = await addShare(one());
    await one().shares.revoke(share.id, startMs + 5.4);
    await other().shares.revoke(share.id, startMs + 9);
    expect(await other().shares.get(share.id)).toEqual({ ...share, revokedAtMs: startMs + 5 });
  });

  test("remarks come back as they were made, oldest first, each with its link", async () => {
    const [share, stranger] = [await addShare(one()), await addShare(one())];
    const later = remarkOn(share, { createdAtMs: startMs + 2, x: null, y: null, verdict: "changes", text: "" });
    const earlier = remarkOn(share, { createdAtMs: startMs + 1 });
    for (const remark of [later, earlier, remarkOn(stranger)]) expect(await one().shares.addRemark(remark, 10)).toBe(true);
    expect(await other().shares.remarks([share.id])).toEqual([earlier, later]);
    expect(await other().shares.remarks([share.id, stranger.id])).toHaveLength(3);
    expect(await other().shares.remark(later.id)).toEqual(later);
    expect(await other().shares.remark("rmk_none")).toBeNull();
    expect(await other().shares.remarks([])).toEqual([]);
  });

  test("a link takes no more remarks than it may have, however many come at once", async () => {
    const share = await addShare(one());
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? one() : other()).shares.addRemark(remarkOn(share), 5)),
    );
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await one().shares.remarks([share.id])).toHaveLength(5);
  });
}
