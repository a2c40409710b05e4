import { describe, expect, it } from "vitest";
import type { Field } from "#lib/models/model.ts";
import { twinFaults } from "./twin-faults.ts";

const picture = (name: string, required = true) => ({ kind: "picture", name, required }) as unknown as Field;
const pair = { fields: [picture("first"), picture("second")] };

describe("twinFaults", () => {
  it("names the second slot that holds the picture of the first", () => {
    expect(twinFaults(pair, { first: "pic_a", second: "pic_a" })).toEqual([{ field: "second", rule: "same_picture", message: "" }]);
    expect(twinFaults(pair, { first: "pic_a", second: "pic_b" })).toEqual([]);
  });

  it("says nothing of empty slots, and of pictures that need not be given", () => {
    expect(twinFaults(pair, {})).toEqual([]);
    expect(twinFaults({ fields: [picture("input"), picture("style", false)] }, { input: "pic_a", style: "pic_a" })).toEqual([]);
  });
});
