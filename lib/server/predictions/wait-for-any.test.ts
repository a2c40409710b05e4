import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import type { Prediction } from "#lib/wire.ts";
import { waitForAny } from "./wait-for-any.ts";

const stand = (id: string, version: number) => ({ id, version, status: "running" }) as unknown as Prediction;

/** Has news of `newId` alone; the others answer once they are no longer to be waited for. */
const waitWithNewsOf =
  (newId: string) =>
  async (id: string, { after, signal }: { readonly after: number; readonly signal?: AbortSignal }) => {
    if (id === newId) return stand(id, after + 1);
    if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener("abort", resolve));
    return stand(id, after);
  };

describe("waitForAny", () => {
  it("ends with the first news and tells how all of them stand", async () => {
    const watched = [
      { id: "a", after: 3 },
      { id: "b", after: 7 },
    ];
    expect(await waitForAny(waitWithNewsOf("b"), watched, { waitMs: 60_000 })).toEqual([stand("a", 3), stand("b", 8)]);
  });

  it("leaves out what does not exist, and does not wait for the others then", async () => {
    const wait = async (id: string, request: { readonly after: number; readonly signal?: AbortSignal }) => {
      if (id === "gone") throw new AppError("not_found", "Expected a prediction");
      return waitWithNewsOf("nobody")(id, request);
    };
    expect(
      await waitForAny(
        wait,
        [
          { id: "gone", after: 0 },
          { id: "a", after: 1 },
        ],
        { waitMs: 60_000 },
      ),
    ).toEqual([stand("a", 1)]);
  });

  it("ends when the asker hangs up, and hands other failures on", async () => {
    const signal = AbortSignal.abort();
    expect(await waitForAny(waitWithNewsOf("nobody"), [{ id: "a", after: 1 }], { waitMs: 60_000, signal })).toEqual([stand("a", 1)]);
    const broken = () => Promise.reject(new AppError("internal", "The store is gone"));
    await expect(waitForAny(broken, [{ id: "a", after: 1 }], { waitMs: 60_000 })).rejects.toThrow("The store is gone");
  });
});
