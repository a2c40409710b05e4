import { expect, it } from "vitest";
import { Disk, fullLuck, type Moment, noLuck } from "./disk.ts";

const text = (kept: ReadonlyMap<string, Buffer | null>) =>
  Object.fromEntries([...kept].map(([name, bytes]) => [name, bytes?.toString() ?? null]));
const after = (moments: readonly Moment[], disk = new Disk()) => {
  for (const moment of moments) disk.apply(moment);
  return disk;
};
const create = (path: string): Moment => ({ kind: "file", path, isCut: false });
const write = (path: string, words: string, offset = 0): Moment => ({ kind: "write", path, offset, bytes: Buffer.from(words) });
let calls = 0;
const sync = (path: string): readonly Moment[] => {
  calls += 1;
  return [
    { kind: "sync begins", path, call: calls },
    { kind: "sync ends", call: calls },
  ];
};

it("a file is there once its folder was synced, with the bytes that were there when it was", () => {
  const disk = after([create("a"), write("a", "old"), ...sync("a")]);
  expect(text(disk.after(noLuck))).toEqual({});
  after([...sync(""), write("a", "new and longer")], disk);
  expect(text(disk.after(noLuck))).toEqual({ a: "old" });
  expect(text(disk.after(fullLuck))).toEqual({ a: "new and longer" });
});

it("a name without its bytes is an empty file", () => {
  expect(text(after([create("a"), write("a", "lost"), ...sync("")]).after(noLuck))).toEqual({ a: "" });
});

it("a folder that nobody synced takes everything below it along", () => {
  const below: readonly Moment[] = [{ kind: "folder", path: "f" }, create("f/a"), write("f/a", "x"), ...sync("f/a"), ...sync("f")];
  expect(text(after(below).after(noLuck))).toEqual({});
  expect(text(after([...below, ...sync("")]).after(noLuck))).toEqual({ f: null, "f/a": "x" });
});

it("a rename counts on each side from the sync of that side", () => {
  const folders: readonly Moment[] = [{ kind: "folder", path: "f" }, { kind: "folder", path: "g" }, ...sync("")];
  const named: readonly Moment[] = [
    create("f/a"),
    write("f/a", "x"),
    ...sync("f/a"),
    ...sync("f"),
    { kind: "rename", path: "f/a", to: "g/b" },
  ];
  const disk = after([...folders, ...named, ...sync("g")]);
  expect(text(disk.after(noLuck))).toEqual({ f: null, "f/a": "x", g: null, "g/b": "x" });
  expect(text(after(sync("f"), disk).after(noLuck))).toEqual({ f: null, g: null, "g/b": "x" });
});

it("what is written while a sync is under way is not part of it", () => {
  const moments: readonly Moment[] = [
    ...[create("a"), ...sync(""), write("a", "one")],
    { kind: "sync begins", path: "a", call: 900 },
    write("a", "two", 3),
    { kind: "sync ends", call: 900 },
  ];
  expect(text(after(moments).after(noLuck))).toEqual({ a: "one" });
});

it("two syncs of one file at the same time keep no more than was there when each began", () => {
  const moments: readonly Moment[] = [
    ...[create("a"), ...sync(""), write("a", "one")],
    { kind: "sync begins", path: "a", call: 901 },
    write("a", "two", 3),
    { kind: "sync begins", path: "a", call: 902 },
    write("a", "six", 6),
    { kind: "sync ends", call: 901 },
    { kind: "sync ends", call: 902 },
  ];
  expect(text(after(moments).after(noLuck))).toEqual({ a: "onetwo" });
});

it("a file that is cut short and written anew is the old one until it is synced", () => {
  const disk = after([create("a"), write("a", "old text"), ...sync("a"), ...sync("")]);
  after([{ kind: "length", path: "a", bytes: 0 }, write("a", "new")], disk);
  expect(text(disk.after(noLuck))).toEqual({ a: "old text" });
  expect(text(disk.after(fullLuck))).toEqual({ a: "new" });
});

it("of what was not synced single sectors may be there, and before them nothing", () => {
  const disk = after([create("a"), ...sync(""), write("a", `${"x".repeat(512)}yy`)]);
  // Asked for the names of the root, then for one sector after the other.
  const onlyLast = [0, 0, 1];
  expect(disk.after(() => onlyLast.shift() ?? 0).get("a")).toEqual(Buffer.concat([Buffer.alloc(512), Buffer.from("yy")]));
});
