import { describe, expect, it } from "vitest";
import { createTurns, type StudioPart } from "./turns.ts";

function line() {
  const painted: (() => void)[] = [];
  const begun: StudioPart[] = [];
  const turns = createTurns((work) => painted.push(work));
  return { begun, paint: () => painted.shift()?.(), take: (part: StudioPart) => turns.take(part, () => begun.push(part)) };
}

describe("turns", () => {
  it("nobody begins before the page is painted, and then the stage does, whoever came first", () => {
    const { begun, paint, take } = line();
    take("history");
    take("stage");
    expect(begun).toEqual([]);
    paint();
    expect(begun).toEqual(["stage"]);
  });

  it("the next one begins when the one before is up and painted", () => {
    const { begun, paint, take } = line();
    const endStage = take("stage");
    take("panel");
    paint();
    paint();
    expect(begun).toEqual(["stage"]);
    endStage();
    expect(begun).toEqual(["stage"]);
    paint();
    expect(begun).toEqual(["stage", "panel"]);
  });

  it("who leaves before the turn is not called, and holds nobody up", () => {
    const { begun, paint, take } = line();
    const leave = take("stage");
    take("header");
    leave();
    paint();
    expect(begun).toEqual(["header"]);
  });

  it("the line goes on after everybody had left", () => {
    const { begun, paint, take } = line();
    take("stage")();
    paint();
    take("panel");
    paint();
    expect(begun).toEqual(["panel"]);
  });
});
