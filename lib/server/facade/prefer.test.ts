import { expect, it } from "vitest";
import { readPrefer } from "./prefer.ts";

it.each([
  [null, 0, null],
  ["", 0, null],
  ["return=minimal", 0, null],
  ["waiting", 0, null],
  ["wait", 60_000, "wait"],
  ["wait=1", 1_000, "wait=1"],
  ["Wait=60", 60_000, "Wait=60"],
  ["respond-async, wait=5", 5_000, "wait=5"],
])("reads %j", (header, waitMs, applied) => {
  expect(readPrefer(header)).toEqual({ waitMs, applied });
});

it.each(["wait=0", "wait=61", "wait=100000"])("refuses %s in the words of the API", (header) => {
  expect(() => readPrefer(header)).toThrowError(
    expect.objectContaining({ status: 422, faults: [], message: "Prefer: wait=x header must specify a value between 1 and 60" }),
  );
});
