import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { Records } from "../records.ts";
import { addEdit, addPrediction, addProject, sampleFidelity, samplePicture, startMs } from "./sample-records.ts";

const [ann, bob] = [newId("psn"), newId("psn")];

export function describeSight(one: () => Records, other: () => Records): void {
  const hidden = async (personId: string, ...ids: string[]) => [...(await other().sight.hiddenFrom(personId, ids))].toSorted();

  test("what stands in a private project is hidden from everybody but whoever made it, and shared when it is", async () => {
    const project = await addProject(one(), { madeBy: ann, isPrivate: true });
    const edit = await addEdit(one(), project.id);
    const prediction = await addPrediction(one(), { projectId: project.id });
    const shareId = newId("shr");
    const link = { projectId: project.id, editId: null, tokenHash: shareId, createdAtMs: startMs, expiresAtMs: null, revokedAtMs: null };
    await one().shares.create({ id: shareId, ...link });
    const said = { author: "Eve", text: "x", x: null, y: null, verdict: null, createdAtMs: startMs };
    const remark = { id: newId("rmk"), shareId, editId: edit.id, ...said };
    await one().shares.addRemark(remark, 10);
    const noted = { projectId: project.id, editId: edit.id, answeredId: null, text: "y", x: null, y: null, createdAtMs: startMs };
    const note = { id: newId("nte"), ...noted };
    await one().notes.add(note, 10);
    const all = [project.id, edit.id, edit.pictureId, prediction.id, shareId, remark.id, note.id].toSorted();
    expect(await hidden(bob, ...all)).toEqual(all);
    expect(await hidden(ann, ...all)).toEqual([]);
    await one().projects.setDeleted(project.id, startMs);
    expect(await hidden(bob, ...all)).toEqual(all);
    await one().projects.setDeleted(project.id, null);
    expect(await one().projects.setPrivate(project.id, false)).toBe(true);
    expect(await hidden(bob, ...all)).toEqual([]);
    expect(await one().projects.setPrivate("prj_none", false)).toBe(false);
  });

  test("all that somebody kept to themselves is shared at once", async () => {
    const cy = newId("psn");
    for (const isPrivate of [true, true, false]) await addProject(one(), { madeBy: cy, isPrivate });
    const foreign = await addProject(one(), { madeBy: ann, isPrivate: true });
    expect(await one().projects.shareAllOf(cy)).toBe(2);
    expect(await one().projects.shareAllOf(cy)).toBe(0);
    expect(await hidden(bob, foreign.id)).toEqual([foreign.id]);
  });

  test("what is not there is not hidden, whatever it is called", async () => {
    const ids = ["prj_none", "edt_none", "pic_none", "prm_none", "rpl_none", "xyz_none", "", "prj_\u0000", "'; drop table projects; --"];
    expect(await hidden(bob, ...ids)).toEqual([]);
    expect(await hidden(bob)).toEqual([]);
  });

  test("a list holds what a person may see, page by page", async () => {
    const whose = [null, ann, bob, ann, bob];
    const made = [];
    for (const [index, madeBy] of whose.entries()) {
      made.push(await addProject(one(), { madeBy, isPrivate: madeBy !== null, updatedAtMs: startMs + 9_000_000 + index }));
    }
    const seenBy = async (personId: string) => {
      const first = await other().projects.list({ limit: 2, seenBy: personId });
      const last = first.items.at(-1);
      const second = await other().projects.list({ limit: 1, seenBy: personId, ...(last ? { after: last } : {}) });
      return [...first.items, ...second.items].map(({ id }) => id);
    };
    expect(await seenBy(ann)).toEqual([made[3], made[1], made[0]].map((project) => project?.id));
    expect(await seenBy(bob)).toEqual([made[4], made[2], made[0]].map((project) => project?.id));
  });

  test("steps that make a project of their own are as hidden as the project they come from", async () => {
    const project = await addProject(one(), { madeBy: ann, isPrivate: true });
    const edit = await addEdit(one(), project.id);
    const id = newId("rpl");
    await one().replays.insert([
      {
        ...{ id, sourceEditId: edit.id, pictureId: edit.pictureId, rootEditId: newId("edt"), projectId: newId("prj"), name: "x" },
        ...{
          isNewProject: true,
          personId: null,
          keepsSeeds: false,
          steps: [],
          idempotencyKey: null,
          requestHash: "",
          createdAtMs: startMs,
        },
        nextAtMs: startMs,
      },
    ]);
    expect(await hidden(bob, id)).toEqual([id]);
    expect(await hidden(ann, id)).toEqual([]);
  });

  test("a picture is seen by those who see one of its holders: who brought it, and every project it stands in", async () => {
    const [picture, mask, result] = [samplePicture(), samplePicture(), samplePicture()];
    for (const each of [picture, mask, result]) await one().pictures.put(each);
    const ids = [picture.id, mask.id, result.id].toSorted();
    expect(await hidden(ann, ...ids)).toEqual(ids);
    await one().sight.hold(ann, [picture.id, "pic_none"]);
    await one().sight.hold(ann, [picture.id]);
    expect(await hidden(ann, picture.id)).toEqual([]);
    expect(await hidden(bob, picture.id)).toEqual([picture.id]);

    const ours = await addProject(one(), { madeBy: ann, isPrivate: true });
    await addPrediction(one(), { projectId: ours.id, inputs: { prompt: picture.id.slice(0, 20), image: picture.id, mask: mask.id } });
    await addEdit(one(), ours.id, { pictureId: picture.id, fidelity: sampleFidelity({ resultId: result.id }) });
    expect(await hidden(ann, ...ids)).toEqual([]);
    expect(await hidden(bob, ...ids)).toEqual(ids);
    // The same picture, brought by somebody else.
    await one().sight.hold(bob, [result.id]);
    expect(await hidden(bob, ...ids)).toEqual(ids.filter((id) => id !== result.id));
    await one().sight.hold(null, [mask.id]);
    expect(await hidden(bob, mask.id)).toEqual([]);
    expect(await one().sight.isHeldByOneOf(picture.id, ours.id.slice(0, 20))).toBe(true);
    expect(await one().sight.isHeldByOneOf(picture.id, "prj_api")).toBe(false);
  });

  test("the results of a run are held by its project", async () => {
    const project = await addProject(one(), { madeBy: ann, isPrivate: true });
    const prediction = await addPrediction(one(), { projectId: project.id });
    const result = samplePicture();
    const request = { id: prediction.id, version: 1, pictures: [result], edits: [], patch: { status: "stored" } } as const;
    expect(await one().predictions.finish(request)).not.toBeNull();
    expect(await hidden(bob, result.id)).toEqual([result.id]);
    expect(await hidden(ann, result.id)).toEqual([]);
  });

  test("words are a person's own; those of a time when nobody was asked are everybody's", async () => {
    const prompt = (text: string, personId?: string) => ({ id: `prm_${text}`, text, ...(personId === undefined ? {} : { personId }) });
    for (const words of [prompt("ofann", ann), prompt("ofbob", bob), prompt("ofnobody")]) await one().prompts.use(words, startMs);
    const seen = async (personId: string) => (await other().prompts.list({ limit: 10, personId })).items.map(({ text }) => text).toSorted();
    expect(await seen(ann)).toEqual(["ofann", "ofnobody"]);
    expect(await seen(bob)).toEqual(["ofbob", "ofnobody"]);
    expect(await hidden(ann, "prm_ofann", "prm_ofbob", "prm_ofnobody")).toEqual(["prm_ofbob"]);
  });
}
