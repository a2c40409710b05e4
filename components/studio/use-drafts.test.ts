import { describe, expect, it } from "vitest";
import type { Draft } from "#lib/client/drafts.ts";
import { withCarriedPrompt, withValue } from "./use-drafts.ts";

const none: Draft = { model: null, values: {} };

describe("withCarriedPrompt", () => {
  it("takes words along into a mode where none were ever typed", () => {
    const drafts = { edit: { model: "m", values: { prompt: "golden light" } }, fill: none, combine: none, generate: none };
    expect(withCarriedPrompt(drafts, "fill").values.prompt).toBe("golden light");
  });

  it("leaves words alone that were typed there, even when they were deleted", () => {
    const fill = { model: null, values: { prompt: "" } };
    const drafts = { edit: { model: "m", values: { prompt: "golden light" } }, fill, combine: none, generate: none };
    expect(withCarriedPrompt(drafts, "fill")).toBe(fill);
  });
});

describe("withValue", () => {
  const draft: Draft = { model: "m", values: { prompt: "fog", steps: 4 } };

  it("sets and takes away one value", () => {
    expect(withValue(draft, "steps", 8)).toEqual({ model: "m", values: { prompt: "fog", steps: 8 } });
    expect(withValue(draft, "steps", undefined)).toEqual({ model: "m", values: { prompt: "fog" } });
  });

  it("is the same draft where nothing changes", () => {
    expect(withValue(draft, "prompt", "fog")).toBe(draft);
    expect(withValue(draft, "mask", undefined)).toBe(draft);
  });
});
