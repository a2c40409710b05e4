import { expect, test } from "vitest";
import type { ProjectQuery, Records } from "../records.ts";
import { addEdit, addPrediction, addProject, startMs } from "./sample-records.ts";

export function describeDesk(one: () => Records, other: () => Records): void {
  const found = async (query: Omit<ProjectQuery, "limit">) =>
    (await other().projects.list({ limit: 1000, ...query })).items.map(({ id }) => id);

  test("a star is kept, listed by, and does not make a project the last changed one", async () => {
    const [marked, plain] = [await addProject(one()), await addProject(one())];
    expect(await one().projects.star(marked.id, true)).toBe(true);
    expect(await other().projects.get(marked.id)).toMatchObject({ starred: true, updatedAtMs: startMs });
    expect(await found({ isStarred: true })).toEqual([marked.id]);
    expect(await found({ isStarred: false })).toContain(plain.id);
    await one().projects.star(marked.id, false);
    expect(await found({ isStarred: true })).toEqual([]);
    expect(await one().projects.star("prj_none", true)).toBe(false);
  });

  test("what was changed since a time is listed, to the millisecond", async () => {
    const project = await addProject(one(), { updatedAtMs: startMs + 900 });
    expect(await found({ changedSinceMs: startMs + 900 })).toContain(project.id);
    expect(await found({ changedSinceMs: startMs + 900.6 })).not.toContain(project.id);
  });

  test("a deleted project is neither read, listed nor changed, and comes back as it was", async () => {
    const project = await addProject(one(), { name: "Swept away" });
    const edit = await addEdit(one(), project.id);
    const before = await one().projects.get(project.id);
    expect(await one().projects.setDeleted(project.id, startMs + 5.5)).toBe(true);
    expect(await other().projects.get(project.id)).toBeNull();
    expect(await found({})).not.toContain(project.id);
    expect(await found({ search: "swept" })).toEqual([]);
    const changes = [
      one().projects.rename(project.id, "x", startMs + 6),
      one().projects.star(project.id, true),
      one().projects.setCurrent(project.id, edit.id, startMs + 6),
    ];
    expect(await Promise.all(changes)).toEqual([false, false, false]);
    expect(await one().projects.setDeleted(project.id, null)).toBe(true);
    expect(await other().projects.get(project.id)).toEqual(before);
    expect(await one().projects.setDeleted("prj_none", null)).toBe(false);
  });

  test("an edit is renamed and marked, each without the other", async () => {
    const edit = await addEdit(one(), (await addProject(one())).id);
    expect(await one().edits.change(edit.id, { name: "Dawn" })).toBe(true);
    expect(await one().edits.change(edit.id, { starred: true })).toBe(true);
    expect(await other().edits.get(edit.id)).toEqual({ ...edit, name: "Dawn", starred: true });
    expect(await one().edits.change(edit.id, {})).toBe(true);
    expect(await one().edits.change("edt_none", { starred: true })).toBe(false);
  });

  test("a deleted edit no longer counts, cannot become current, and what came of it stays", async () => {
    const project = await addProject(one());
    const first = await addEdit(one(), project.id);
    const second = await addEdit(one(), project.id, { parentId: first.id, createdAtMs: startMs + 1 });
    const third = await addEdit(one(), project.id, { parentId: second.id, createdAtMs: startMs + 2 });
    expect(await one().edits.setDeleted(second.id, startMs + 7)).toBe(true);
    expect(await other().projects.get(project.id)).toMatchObject({ editCount: 2, branchCount: 1 });
    expect((await other().edits.ofProject(project.id)).map(({ id, deletedAtMs }) => [id, deletedAtMs])).toEqual([
      [first.id, null],
      [second.id, startMs + 7],
      [third.id, null],
    ]);
    expect(await one().projects.setCurrent(project.id, second.id, startMs + 8)).toBe(false);
    expect(await one().edits.setDeleted(second.id, null)).toBe(true);
    expect(await one().projects.setCurrent(project.id, second.id, startMs + 8)).toBe(true);
    expect(await one().edits.setDeleted("edt_none", startMs)).toBe(false);
  });

  test("the current edit is never deleted, even when it becomes current at the same moment", async () => {
    const project = await addProject(one());
    const current = await addEdit(one(), project.id);
    expect(await one().edits.setDeleted(current.id, startMs)).toBe(false);
    for (let round = 0; round < 20; round += 1) {
      const edit = await addEdit(one(), project.id);
      const [isDeleted, isCurrent] = await Promise.all([
        one().edits.setDeleted(edit.id, startMs),
        other().projects.setCurrent(project.id, edit.id, startMs + round),
      ]);
      expect([isDeleted, isCurrent].filter(Boolean)).toHaveLength(1);
    }
  });

  test("a search finds names, names of edits and prompts, whatever their capital letters, and all words of it", async () => {
    const byName = await addProject(one(), { name: "ÜBERSEE Brochure" });
    const byEdit = await addProject(one(), { name: "Plain" });
    await addEdit(one(), byEdit.id, { name: "Überseehafen" });
    const byPrompt = await addProject(one(), { name: "Other" });
    await addPrediction(one(), { projectId: byPrompt.id, inputs: { prompt: "an ÜberSee liner, 城市" } });
    expect(new Set(await found({ search: "übersee" }))).toEqual(new Set([byName.id, byEdit.id, byPrompt.id]));
    expect(await found({ search: "  Übersee   broch " })).toEqual([byName.id]);
    expect(await found({ search: "城市" })).toEqual([byPrompt.id]);
    await one().projects.rename(byName.id, "Inland", startMs + 1);
    expect(await found({ search: "übersee brochure" })).toEqual([]);
    expect(await found({ search: "INLAND" })).toEqual([byName.id]);
  });

  test("a deleted edit is not found by its name", async () => {
    const project = await addProject(one());
    await addEdit(one(), project.id);
    const hidden = await addEdit(one(), project.id, { name: "Quixotic" });
    expect(await found({ search: "quixotic" })).toEqual([project.id]);
    await one().edits.setDeleted(hidden.id, startMs);
    expect(await found({ search: "quixotic" })).toEqual([]);
  });

  test("signs a database gives a meaning stand for themselves", async () => {
    const named = await Promise.all(
      ["100% wool", "100 wool", "a_b", "acb", "back\\slash", "it's"].map((name) => addProject(one(), { name })),
    );
    const [percent, , underscore, , backslash, quote] = named.map(({ id }) => id);
    expect(await found({ search: "0%" })).toEqual([percent]);
    expect(await found({ search: "a_b" })).toEqual([underscore]);
    expect(await found({ search: "back\\" })).toEqual([backslash]);
    expect(await found({ search: "it's" })).toEqual([quote]);
    expect(await found({ search: "\u0000\ud800" })).toEqual([]);
  });

  test("pictures are counted together with their bytes", async () => {
    const before = await one().pictures.total();
    const edit = await addEdit(one(), (await addProject(one())).id);
    const bytes = (await one().pictures.get(edit.pictureId))?.bytes ?? 0;
    expect(await other().pictures.total()).toEqual({ count: before.count + 1, bytes: before.bytes + bytes });
  });
}
