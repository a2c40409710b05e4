import { describe, expect, it } from "vitest";
import { firstWords } from "./first-words.ts";

describe("firstWords", () => {
  it("leaves short words alone", () => {
    expect(firstWords("warmer and brighter", 120)).toBe("warmer and brighter");
    expect(firstWords("水".repeat(120), 120)).toBe("水".repeat(120));
  });

  it("ends long ones after a whole word and says that they go on", () => {
    const name = firstWords("golden light on every sail ".repeat(9), 120);
    expect(name).toMatch(/^golden light .* (golden|light|on|every|sail)…$/);
    expect([...name].length).toBeLessThanOrEqual(120);
    expect(firstWords("a lighthouse at dusk, far away", 24)).toBe("a lighthouse at dusk…");
  });

  it("cuts what has no gaps between whole letters", () => {
    expect(firstWords("🌊".repeat(200), 120)).toBe(`${"🌊".repeat(119)}…`);
  });
});
