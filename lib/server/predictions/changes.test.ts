import { expect, it } from "vitest";
import { createOwnSignals } from "#lib/server/storage/own-signals.ts";
import { createChanges } from "./changes.ts";

it("wakes everybody who waits for this row, and nobody else", async () => {
  const changes = createChanges(createOwnSignals());
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
  await expect(createChanges(createOwnSignals()).next("a", 10)).resolves.toBeUndefined();
});

it("hears of a change that another process made, and looks at everything when something may have been missed", async () => {
  const signals = createOwnSignals();
  const changes = createChanges({ ...signals, isHearing: () => true });
  const changed = changes.next("a", 60_000);
  signals.send({ kind: "changed", id: "a" });
  await changed;
  const both = [changes.next("a", 60_000), changes.next("b", 60_000)];
  signals.send({ kind: "unknown" });
  await Promise.all(both);
});
