import { describe, expect, it } from "vitest";
import { resultName } from "./result-name.ts";

describe("resultName", () => {
  it("leaves short words alone", () => {
    expect(resultName("warmer and brighter")).toBe("warmer and brighter");
    expect(resultName("水".repeat(120))).toBe("水".repeat(120));
  });

  it("ends long ones after a whole word and says that they go on", () => {
    const name = resultName("golden light on every sail ".repeat(9));
    expect(name).toMatch(/^golden light .* (golden|light|on|every|sail)…$/);
    expect([...name].length).toBeLessThanOrEqual(120);
  });

  it("cuts what has no gaps between whole letters", () => {
    expect(resultName("🌊".repeat(200))).toBe(`${"🌊".repeat(119)}…`);
  });
});
