import { describe, expect, it } from "vitest";
import type { Edit } from "#lib/wire.ts";
import { lookAt, missedCount, missedSince, readLook, writeLook } from "./looks.ts";

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const edit = (id: string, minute: number, kind: Edit["kind"] = "prediction") => ({ id, kind, createdAt: at(minute) });
const [photo, first, second] = [edit("photo", 0, "upload"), edit("first", 2), edit("second", 4)];
const back = Date.parse(at(6));

describe("what came while nobody looked", () => {
  it("is every result younger than the last look and older than the return", () => {
    const look = lookAt([photo, first]);
    expect(look).toEqual({ latest: at(2), count: 2 });
    expect(missedSince(look, [photo, first, second], back)).toEqual(["second"]);
    expect(missedSince(look, [photo, first, edit("watched", 7)], back)).toEqual([]);
    expect(missedSince(look, [photo, first, edit("own", 5, "upload")], back)).toEqual([]);
  });

  it("is nothing for who was never here", () => {
    expect(missedSince(null, [photo, first], back)).toEqual([]);
    expect(missedCount(null, 7)).toBe(0);
  });

  it("is counted for the desk, and never below nothing", () => {
    expect(missedCount(lookAt([photo]), 3)).toBe(2);
    expect(missedCount(lookAt([photo, first]), 1)).toBe(0);
  });

  it("is remembered per project, without what cannot be read", () => {
    const rows = new Map<string, string>();
    const store = { getItem: (key: string) => rows.get(key) ?? null, setItem: (key: string, value: string) => void rows.set(key, value) };
    writeLook(store, "prj_1", lookAt([photo]));
    expect(readLook(store, "prj_1")).toEqual({ latest: at(0), count: 1 });
    expect(readLook(store, "prj_2")).toBeNull();
    for (const text of ["{", "7", '{"latest":3,"count":1}']) {
      rows.set("look:prj_2", text);
      expect(readLook(store, "prj_2")).toBeNull();
    }
  });
});
