import { describe, expect, it } from "vitest";
import { newestMask } from "./mask-drafts.ts";

const box = { kind: "rectangle", mode: "add", x: 0, y: 0, width: 4, height: 4 } as const;
const draft = (pictureId: string, savedAtMs: number, operations: readonly unknown[] = [box]) => ({
  ...{ pictureId, savedAtMs, operations, undone: [] },
  ...{ width: 30, height: 20 },
});

describe("the last mask of a project", () => {
  it("is the newest that was painted on another picture", () => {
    const older = draft("pic_a", 100);
    const newer = { ...draft("pic_b", 200), width: 60 };
    expect(newestMask([older, newer, draft("pic_c", 300)], "pic_c")).toEqual({ width: 60, height: 20, operations: [box] });
    expect(newestMask([newer, older], "pic_b")).toEqual({ width: 30, height: 20, operations: [box] });
  });

  it("is none that marks nothing, that was cleared, or that cannot be read", () => {
    const cleared = draft("pic_a", 100, [box, { kind: "clear" }]);
    const unreadable = draft("pic_b", 200, [{ kind: "stroke", mode: "add", size: 1, hardness: 1, points: "all" }]);
    const withoutSize = { operations: [box], undone: [] };
    expect(newestMask([cleared, unreadable, withoutSize, null, "mask"], "pic_c")).toBeNull();
  });
});
