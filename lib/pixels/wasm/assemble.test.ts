import { expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { loopsOf } from "./open-loops.ts";

const sumBytes = `
;; The sum of the bytes from one place up to another.
func sumBytes from end : i32
  local i32 sum
  block
    loop
      local.get from  local.get end  i32.ge_u  br_if 1
      local.get from  i32.load8_u  local.get sum  i32.add  local.set sum
      local.get from  i32.const 1  i32.add  local.set from
      br 0
    end
  end
  local.get sum

func store place value
  local.get place  local.get value  i32.store +300
`;

it("makes loops that read and write a memory of their own", () => {
  const open = loopsOf(sumBytes, ["sumBytes", "store"]);
  const [one, other] = [open(1000), open(70_000)];
  one.memory.set([1, 2, 3, 250, 255], 10);
  expect([one.run.sumBytes(10, 15), one.run.sumBytes(11, 11), other.run.sumBytes(0, 70_000)]).toEqual([511, 0, 0]);
  other.run.store(69_000, 513);
  expect([other.memory[69_300], other.memory[69_301], other.run.sumBytes(0, 70_000)]).toEqual([1, 2, 3]);
});

it("reads negative and large numbers", () => {
  const open = loopsOf("func large : i32\n  i32.const -131072\nfunc small : i32\n  i32.const -64\nfunc middle : i32\n  i32.const 64", [
    "large",
    "small",
    "middle",
  ]);
  const { run } = open(1);
  expect([run.large(), run.small(), run.middle()]).toEqual([-131_072, -64, 64]);
});

it("refuses an instruction and a name that it does not know, and what belongs to no function", () => {
  expect(() => assemble("i32.const 1")).toThrow(/Expected a function/);
  expect(() => assemble("func f a\n  local.get b")).toThrow(/received b/);
  expect(() => assemble("func f a\n  local.got a")).toThrow(/received local.got/);
});
