import { describe, expect, it } from "vitest";
import { changeUploads, newUpload, projectName } from "./uploads.ts";

const upload = (id: string) => newUpload(id, `${id}.jpg`);

describe("changeUploads", () => {
  it("adds at the end, changes one and removes one", () => {
    const added = changeUploads([upload("a")], { kind: "add", uploads: [upload("b")] });
    const changed = changeUploads(added, { kind: "change", id: "b", to: { state: "sending", fraction: 0.5 } });
    expect(changed).toEqual([upload("a"), { ...upload("b"), state: "sending", fraction: 0.5 }]);
    expect(changeUploads(changed, { kind: "remove", id: "a" }).map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("projectName", () => {
  it("is the file's name without its ending, and never empty", () => {
    expect(projectName("Lofoten 2.final.jpeg")).toBe("Lofoten 2.final");
    expect(projectName(".png")).toBe(".png");
    expect(projectName("x".repeat(300)).length).toBe(120);
  });
});
