import { expect, it } from "vitest";
import { mainWish } from "./main-wish.ts";

it.each([
  ["put the dog on the lawn, matching the lighting and perspective", "put the dog on the lawn"],
  ["insert the car into the scene and blend the edges", "insert the car into the scene"],
  ["put the couple before the castle with consistent lighting, at the left", "put the couple before the castle, at the left"],
  ["把车放到街道上，色调统一", "把车放到街道上"],
])("says what goes where: %s", (sentence, main) => {
  expect(mainWish(sentence)).toBe(main);
});

it("leaves a sentence that is about light and colours", () => {
  for (const sentence of ["match the colours of the second, keep the contrast", "参考图二的色调，保持自然"])
    expect(mainWish(sentence)).toBe(sentence);
});
