import { describe, expect, it } from "vitest";
import type { Draft } from "#lib/client/drafts.ts";
import { withCarriedPrompt } from "./use-drafts.ts";

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
