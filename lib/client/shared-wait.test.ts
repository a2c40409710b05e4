import { describe, expect, it } from "vitest";
import { mostWatched, type Prediction } from "#lib/wire.ts";
import { createSharedWait, type Watched } from "./shared-wait.ts";

const run = (id: string, version: number, status = "running") => ({ id, version, status }) as unknown as Prediction;

interface Held {
  readonly watched: readonly Watched[];
  readonly signal: AbortSignal;
  answer(predictions: readonly Prediction[]): void;
  fail(error: Error): void;
}

function heldRequests() {
  const held: Held[] = [];
  const wait = createSharedWait<Prediction>(
    (watched, signal) => new Promise((resolve, reject) => void held.push({ watched, signal, answer: resolve, fail: reject })),
  );
  const last = (): Held => {
    const found = held.at(-1);
    if (!found) throw new Error("Expected a request but none was sent");
    return found;
  };
  return { held, wait, last };
}

/** Lets everything run that waits for nothing from outside. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const { signal } = new AbortController();

describe("waiting together", () => {
  it("asks for all runs in one request, and again when one more comes, never with two open at once", async () => {
    const { held, wait, last } = heldRequests();
    void wait("a", 1, signal);
    void wait("b", 4, signal);
    await turn();
    expect(held.map(({ watched }) => watched)).toEqual([
      [
        { id: "a", after: 1 },
        { id: "b", after: 4 },
      ],
    ]);
    void wait("c", 0, signal);
    await turn();
    expect(held.filter((one) => !one.signal.aborted)).toEqual([last()]);
    expect(last().watched.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("tells those there is news of, and goes on waiting for the others", async () => {
    const { wait, last } = heldRequests();
    const first = wait("a", 1, signal);
    let isOver = false;
    void wait("b", 4, signal).then(() => {
      isOver = true;
    });
    await turn();
    last().answer([run("a", 2), run("b", 4)]);
    expect(await first).toMatchObject({ id: "a", version: 2 });
    await turn();
    expect(isOver).toBe(false);
    expect(last().watched).toEqual([{ id: "b", after: 4 }]);
    last().answer([run("b", 4, "stored")]);
    await turn();
    expect(isOver).toBe(true);
  });

  it("lets everybody ask anew when it was held to its end without news", async () => {
    const { held, wait, last } = heldRequests();
    const both = [wait("a", 1, signal), wait("b", 4, signal)];
    await turn();
    last().answer([run("a", 1), run("b", 4)]);
    expect(await Promise.all(both)).toMatchObject([{ version: 1 }, { version: 4 }]);
    await turn();
    expect(held).toHaveLength(1);
  });

  it("says of one that does not exist that it does not, and hands a failure to all", async () => {
    const { wait, last } = heldRequests();
    const gone = wait("gone", 0, signal);
    const there = wait("a", 1, signal);
    await turn();
    last().answer([run("a", 1)]);
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
    await turn();
    last().fail(new Error("no network"));
    await expect(there).rejects.toThrow("no network");
  });

  it("asks for no more than one request can watch, and for the others in the next", async () => {
    const { wait, last } = heldRequests();
    for (let count = 0; count <= mostWatched; count += 1) void wait(`run ${count}`, 1, signal);
    await turn();
    expect(last().watched).toHaveLength(mostWatched);
    last().answer(last().watched.map(({ id }) => run(id, 1)));
    await turn();
    expect(last().watched[0]).toEqual({ id: `run ${mostWatched}`, after: 1 });
  });

  it("gives its request up when nobody waits any more", async () => {
    const { wait, last } = heldRequests();
    const leaving = new AbortController();
    const left = wait("a", 1, leaving.signal);
    await turn();
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    expect(last().signal.aborted).toBe(true);
  });
});
