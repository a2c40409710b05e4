import { expect, it } from "vitest";
import { createChanges } from "./changes.ts";

it("wakes everybody who waits for this row, and nobody else", async () => {
  const changes = createChanges();
  const woken: string[] = [];
  const end = new AbortController();
  const waits = ["a", "a", "b"].map((id, index) => changes.next(id, 10_000, end.signal).then(() => woken.push(`${id}${index}`)));
  changes.announce("a");
  await Promise.all(waits.slice(0, 2));
  expect(woken).toEqual(["a0", "a1"]);
  end.abort();
  await waits[2];
});

it("looks again by itself, so that a change of another process is found", async () => {
  await expect(createChanges().next("a", 10)).resolves.toBeUndefined();
});
