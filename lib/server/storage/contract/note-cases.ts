import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { NoteRecord, Records } from "../records.ts";
import { addEdit, addProject, startMs } from "./sample-records.ts";

async function sampleNote(records: Records, fields: Partial<NoteRecord> = {}): Promise<NoteRecord> {
  const projectId = fields.projectId ?? (await addProject(records)).id;
  const { id: editId } = await addEdit(records, projectId);
  const place = { x: 0.125, y: 0.5, createdAtMs: startMs };
  return { id: newId("nte"), projectId, editId, answeredId: null, text: "less “red” \ud83e\ude91", ...place, ...fields };
}

export function describeNotes(one: () => Records, other: () => Records): void {
  test("notes come back as they were made, oldest first, with their project", async () => {
    const first = await sampleNote(one());
    const { projectId } = first;
    const answer = await sampleNote(one(), { projectId, answeredId: first.id, x: null, y: null, createdAtMs: startMs + 1 });
    for (const note of [answer, first, await sampleNote(one())]) expect(await one().notes.add(note, 10)).toBe(true);
    expect(await other().notes.ofProject(projectId)).toEqual([first, answer]);
    expect(await other().notes.get(answer.id)).toEqual(answer);
    expect(await other().notes.get("nte_none")).toBeNull();
  });

  test("a project takes no more notes than it may have, however many come at once", async () => {
    const { id: projectId } = await addProject(one());
    const notes = await Promise.all(Array.from({ length: 12 }, () => sampleNote(one(), { projectId })));
    const taken = await Promise.all(notes.map((note, index) => (index % 2 ? one() : other()).notes.add(note, 5)));
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await one().notes.ofProject(projectId)).toHaveLength(5);
  });

  test("what is settled stays so since the first time, until it is opened again", async () => {
    const [settled, open] = [newId("rmk"), newId("rmk")];
    await one().notes.settle(settled, startMs + 0.4);
    await other().notes.settle(settled, startMs + 9);
    expect(await other().notes.settled([settled, open])).toEqual(new Map([[settled, startMs]]));
    await other().notes.settle(settled, null);
    expect(await one().notes.settled([settled, open])).toEqual(new Map());
    expect(await one().notes.settled([])).toEqual(new Map());
  });
}
