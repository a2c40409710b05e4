import { describe, expect, it } from "vitest";
import { noExpansion } from "#lib/models/choose-frame.ts";
import { boxName, expandName, readBox, readExpansion, writeBox, writeExpansion } from "./framing-values.ts";

const box = { x: -30, y: 20, width: 400, height: 300 };
const expand = { left: 320, top: 0, right: 0, bottom: 12 };

describe("a box and a canvas in a draft", () => {
  it("come back as they were written, for their own picture only", () => {
    const values = { [boxName]: writeBox("pic_1", box), [expandName]: writeExpansion("pic_1", expand) };
    expect([readBox(values, "pic_1"), readExpansion(values, "pic_1")]).toEqual([box, expand]);
    expect([readBox(values, "pic_2"), readExpansion(values, "pic_2")]).toEqual([null, noExpansion]);
    expect([readBox(values, null), readExpansion({}, "pic_1")]).toEqual([null, noExpansion]);
  });

  it("are nothing where something else was stored", () => {
    for (const broken of ["pic_1", "pic_1 1 2 3", "pic_1 a b c d", "pic_1 1 2 0 4", "pic_1 1.5 2 3 4", 7, true]) {
      expect(readBox({ [boxName]: broken }, "pic_1")).toBeNull();
    }
    expect(readExpansion({ [expandName]: "pic_1 -1 0 0 0" }, "pic_1")).toEqual(noExpansion);
  });
});
