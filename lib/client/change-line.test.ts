import { describe, expect, it } from "vitest";
import { createChangeLine } from "./change-line.ts";

function work() {
  const begun: string[] = [];
  const ends = new Map<string, { resolve(): void; reject(reason: unknown): void }>();
  const begin = (name: string) => () => {
    begun.push(name);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    ends.set(name, { resolve, reject });
    return promise;
  };
  return {
    begun,
    begin,
    end: (name: string) => ends.get(name)?.resolve(),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe("the line of changes", () => {
  it("begins each when the one before is over, however that ended", async () => {
    const [line, { begun, begin, end, fail }] = [createChangeLine(), work()];
    const first = line.add(begin("first"));
    const second = line.add(begin("second"));
    line.add(begin("third"));
    await aMoment();
    expect(begun).toEqual(["first"]);
    fail("first");
    await expect(first).rejects.toThrow("first");
    await aMoment();
    expect(begun).toEqual(["first", "second"]);
    end("second");
    await second;
    await aMoment();
    expect(begun).toEqual(["first", "second", "third"]);
  });

  it("begins all that wait, in their order, when the page is left, and waits again when it came back", async () => {
    const [line, { begun, begin, end }] = [createChangeLine(), work()];
    for (const name of ["first", "second", "third"]) line.add(begin(name));
    await aMoment();
    line.hurry();
    await aMoment();
    expect(begun).toEqual(["first", "second", "third"]);
    line.add(begin("fourth"));
    await aMoment();
    expect(begun).toHaveLength(3);
    end("third");
    await aMoment();
    expect(begun.at(-1)).toBe("fourth");
  });

  it("knows which was added last", () => {
    const line = createChangeLine();
    const first = line.add(async () => undefined);
    expect(line.isLast(first)).toBe(true);
    const second = line.add(async () => undefined);
    expect([line.isLast(first), line.isLast(second)]).toEqual([false, true]);
  });
});
