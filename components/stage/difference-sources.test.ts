import { expect, it } from "vitest";
import type { Edit } from "#lib/wire.ts";
import { differenceSources } from "./difference-sources.ts";

function edit(id: string, width: number, height: number, parentId: string | null = null): Edit {
  const picture = {
    id: `pic_${id}`,
    width,
    height,
    format: "png",
    bytes: 1,
    hasAlpha: false,
    createdAt: "2026-01-01",
  } as unknown as Edit["picture"];
  const facts = { projectId: "prj_a", kind: "upload", predictionId: null, fidelity: null, starred: false } as const;
  return { ...facts, id, name: id, picture, parentId, deletedAt: null, createdAt: "2026-01-01" };
}

it("offers the edits of the same proportions, the parent first, and never the open one", () => {
  const open = edit("open", 1000, 500, "parent");
  const others = [edit("tall", 500, 1000), edit("cousin", 2000, 1001), edit("parent", 1008, 504), open];
  expect(differenceSources(open, others)).toEqual([
    { id: "parent", name: "parent", pictureId: "pic_parent", isParent: true },
    { id: "cousin", name: "cousin", pictureId: "pic_cousin", isParent: false },
  ]);
});
