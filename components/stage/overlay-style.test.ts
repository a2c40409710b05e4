import { expect, it } from "vitest";
import { readOverlayStyle, usualOverlay, writeOverlayStyle } from "./overlay-style.ts";

function storeWith(stored: string | null) {
  let kept = stored;
  return {
    getItem: () => kept,
    setItem(_: string, value: string) {
      kept = value;
    },
  };
}

it("is read as it was written", () => {
  const store = storeWith(null);
  expect(readOverlayStyle(store)).toEqual(usualOverlay);
  const style = { colour: "cyan", opacity: 0.8, isHatched: false } as const;
  writeOverlayStyle(store, style);
  expect(readOverlayStyle(store)).toEqual(style);
});

it("takes what it knows of anything else that was stored", () => {
  expect(readOverlayStyle(storeWith("{"))).toEqual(usualOverlay);
  expect(readOverlayStyle(storeWith('{"colour":"toString","opacity":7,"isHatched":false}'))).toEqual({ ...usualOverlay, isHatched: false });
});
