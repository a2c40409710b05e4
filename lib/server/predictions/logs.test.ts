import { expect, it } from "vitest";
import { asOwnLines, withOwnLines } from "./logs.ts";

it("keeps our own lines above whatever the provider tells", () => {
  const own = asOwnLines(["left out go_fast"]);
  const first = withOwnLines(own, "Using seed: 7\n");
  expect(first).toBe("Pentimento: left out go_fast\nUsing seed: 7\n");
  expect(withOwnLines(first, "Using seed: 7\n 50%|██|")).toBe("Pentimento: left out go_fast\nUsing seed: 7\n 50%|██|");
});

it("loses nothing when the provider falls silent", () => {
  expect(withOwnLines("Using seed: 7\n", "")).toBe("Using seed: 7\n");
});

it("keeps the end of endless logs", () => {
  expect(withOwnLines("", `${"x".repeat(200_000)}end`)).toHaveLength(100_000);
});
