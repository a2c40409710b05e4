import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { ProjectPlace, Records } from "../records.ts";
import { addEdit, addProject, sampleEdit, sampleFidelity, samplePicture, sampleProject, startMs } from "./sample-records.ts";

export function describeProjects(one: () => Records, other: () => Records): void {
  test("a project reads as it was written, with what its card needs", async () => {
    const project = await addProject(one());
    expect(await other().projects.get(project.id)).toEqual({ ...project, starred: false, editCount: 0, branchCount: 0, coverId: null });
    const first = await addEdit(one(), project.id, { createdAtMs: startMs + 5 });
    await addEdit(one(), project.id, { createdAtMs: startMs + 9 });
    expect(await other().projects.get(project.id)).toEqual({
      ...project,
      starred: false,
      branchCount: 2,
      updatedAtMs: startMs + 9,
      currentEditId: first.id,
      editCount: 2,
      coverId: first.pictureId,
    });
  });

  test("a project that is not there is null, even under a name no database can hold", async () => {
    for (const id of ["prj_none", "", "prj_\u0000", "prj_\ud800", "'; drop table projects; --"])
      expect(await one().projects.get(id)).toBeNull();
  });

  test("creating a project twice is refused, ensuring it twice keeps the first", async () => {
    const project = await addProject(one());
    await expect(one().projects.create(project)).rejects.toThrow();
    const wanted = sampleProject({ name: "API" });
    const later = { ...wanted, name: "Another name" };
    await one().projects.ensure(wanted);
    await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? one() : other()).projects.ensure(later)));
    expect((await one().projects.get(wanted.id))?.name).toBe("API");
  });

  test("renaming answers whether the project exists, and makes it the last changed one", async () => {
    const project = await addProject(one());
    expect(await one().projects.rename(project.id, "Züri \ud83c\udfde", startMs + 100.4)).toBe(true);
    expect(await one().projects.get(project.id)).toMatchObject({ name: "Züri \ud83c\udfde", updatedAtMs: startMs + 100 });
    expect(await one().projects.rename("prj_none", "x", startMs)).toBe(false);
  });

  test("a clock that was set back does not move a project down", async () => {
    const project = await addProject(one(), { updatedAtMs: startMs + 50 });
    await one().projects.rename(project.id, "x", startMs);
    expect((await one().projects.get(project.id))?.updatedAtMs).toBe(startMs + 50);
  });

  test("only an edit of the project itself becomes its current one", async () => {
    const project = await addProject(one());
    const first = await addEdit(one(), project.id);
    const second = await addEdit(one(), project.id);
    const foreign = await addEdit(one(), (await addProject(one())).id);
    expect(await one().projects.setCurrent(project.id, second.id, startMs + 7)).toBe(true);
    expect(await one().projects.get(project.id)).toMatchObject({
      currentEditId: second.id,
      coverId: second.pictureId,
      updatedAtMs: startMs + 7,
    });
    expect(await one().projects.setCurrent(project.id, foreign.id, startMs + 8)).toBe(false);
    expect(await one().projects.setCurrent(project.id, "edt_none", startMs + 8)).toBe(false);
    expect(await one().projects.setCurrent("prj_none", first.id, startMs + 8)).toBe(false);
    expect(await one().projects.get(project.id)).toMatchObject({ currentEditId: second.id, updatedAtMs: startMs + 7 });
  });

  test("pages over 300 projects show every one that stays as it is exactly once while others change", async () => {
    const soonMs = startMs + 1_000_000;
    // Five share each time, so that a page often ends between equals.
    const wanted = Array.from({ length: 300 }, (_, index) => sampleProject({ updatedAtMs: soonMs + Math.floor(index / 5) }));
    for (const project of wanted) await one().projects.create(project);
    const seen: string[] = [];
    let after: ProjectPlace | undefined;
    for (;;) {
      const page = await other().projects.list({ limit: 37, ...(after === undefined ? {} : { after }) });
      seen.push(...page.items.map((item) => item.id));
      if (!page.hasMore) break;
      expect(page.items).toHaveLength(37);
      after = page.items.at(-1);
      await addProject(one(), { updatedAtMs: soonMs + 5000 });
      const [first = ""] = seen;
      await one().projects.rename(first, "changed", soonMs + 6000);
      // The very row the next page is counted from.
      await one().projects.rename(after?.id ?? "", "changed", soonMs + 7000);
    }
    const inOrder = wanted.toSorted((a, b) => b.updatedAtMs - a.updatedAtMs || (a.id < b.id ? 1 : -1)).map((project) => project.id);
    const ours = new Set(inOrder);
    expect(seen.filter((id) => ours.has(id))).toEqual(inOrder);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a page that ends exactly at the last project has no next one, and after the last comes nothing", async () => {
    const { items } = await one().projects.list({ limit: 10_000 });
    expect(await one().projects.list({ limit: items.length })).toMatchObject({ hasMore: false });
    expect(await one().projects.list({ limit: items.length - 1 })).toMatchObject({ hasMore: true });
    const { updatedAtMs = 0, id = "" } = items.at(-1) ?? {};
    expect(await one().projects.list({ limit: 5, after: { updatedAtMs, id } })).toEqual({ items: [], hasMore: false });
    expect(await one().projects.list({ limit: 5, after: { updatedAtMs: 0, id: "prj_none" } })).toEqual({ items: [], hasMore: false });
  });

  test("an edit touches its project and becomes current only where there was none or it is asked for", async () => {
    const project = await addProject(one());
    const first = await addEdit(one(), project.id, { createdAtMs: startMs + 1 });
    const second = await addEdit(one(), project.id, { createdAtMs: startMs + 2, parentId: first.id });
    expect(await one().projects.get(project.id)).toMatchObject({ currentEditId: first.id, updatedAtMs: startMs + 2 });
    const third = { ...second, id: newId("edt"), createdAtMs: startMs + 3 };
    await one().edits.add(third, { makeCurrent: true });
    expect(await one().projects.get(project.id)).toMatchObject({ currentEditId: third.id, updatedAtMs: startMs + 3 });
    expect(await other().edits.get(third.id)).toMatchObject({ ...third, starred: false, deletedAtMs: null });
    expect(await one().edits.get("edt_none")).toBeNull();
    expect(await other().edits.ofProject(project.id)).toEqual([first, second, third]);
    expect(await other().edits.ofProject("prj_none")).toEqual([]);
  });

  test("an edit reads as it was written, with what is known about its fidelity or without", async () => {
    const project = await addProject(one());
    const [alpha, result] = [await one().pictures.put(samplePicture()), await one().pictures.put(samplePicture())];
    const fidelity = sampleFidelity({ alphaId: alpha.id, resultId: result.id });
    const pasted = await addEdit(one(), project.id, { kind: "prediction", fidelity });
    const whole = await addEdit(one(), project.id, { kind: "local", fidelity: sampleFidelity({ outside: null, reason: "global" }) });
    const plain = await addEdit(one(), project.id);
    expect(await other().edits.get(pasted.id)).toEqual(pasted);
    expect(await other().edits.get(plain.id)).toMatchObject({ fidelity: null });
    expect((await other().edits.ofProject(project.id)).map((edit) => edit.fidelity)).toEqual([fidelity, whole.fidelity, null]);
    expect(await one().pictures.referenced([alpha.sha256, result.sha256])).toEqual(new Set([alpha.sha256, result.sha256]));
  });

  test("a project that begins with an edit has it as its current one, and is not there where that cannot be added", async () => {
    const picture = await one().pictures.put(samplePicture());
    const project = sampleProject();
    const first = sampleEdit({ projectId: project.id, pictureId: picture.id });
    await one().projects.create(project, first);
    expect(await other().projects.get(project.id)).toMatchObject({ currentEditId: first.id, coverId: picture.id, editCount: 1 });
    const none = sampleProject();
    await expect(one().projects.create(none, sampleEdit({ projectId: none.id, pictureId: "pic_none" }))).rejects.toThrow();
    expect(await other().projects.get(none.id)).toBeNull();
  });

  test("an edit that cannot be added leaves its project untouched", async () => {
    const project = await addProject(one());
    const edit = await addEdit(one(), project.id);
    const before = await one().projects.get(project.id);
    const later = { ...edit, createdAtMs: startMs + 90 };
    await expect(one().edits.add(later, { makeCurrent: true })).rejects.toThrow();
    const noPicture = { ...later, id: newId("edt"), pictureId: samplePicture().id };
    await expect(one().edits.add(noPicture, { makeCurrent: true })).rejects.toThrow();
    await expect(one().edits.add({ ...later, id: newId("edt"), projectId: "prj_none" })).rejects.toThrow();
    expect(await one().projects.get(project.id)).toEqual(before);
    expect(await one().edits.ofProject(project.id)).toEqual([edit]);
  });

  test("writes of two openings at the same time all arrive", async () => {
    const project = await addProject(one());
    const writes = Array.from({ length: 200 }, (_, index) => addEdit(index % 2 ? one() : other(), project.id));
    const added = await Promise.all(writes);
    expect(new Set((await one().edits.ofProject(project.id)).map((edit) => edit.id))).toEqual(new Set(added.map((edit) => edit.id)));
  });
}
