import { expect, it } from "vitest";
import { mostWatched } from "#lib/wire.ts";
import { readWatched } from "./read-watched.ts";

const asked = (watch: string) => new Request(`http://studio.test/api/predictions?${new URLSearchParams({ watch })}`);

it("reads which predictions are watched and what is known of each", () => {
  expect(readWatched(asked("prd_a.3,prd_b.0"))).toEqual([
    { id: "prd_a", after: 3 },
    { id: "prd_b", after: 0 },
  ]);
});

it.each(["", "prd_a", "prd_a.x", "pic_a.1", "prd_a.1,", `prd_${"a".repeat(65)}.1`])("refuses %j", (watch) => {
  expect(() => readWatched(asked(watch))).toThrow("for watch but received");
});

it("refuses more than can be waited for at once", () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `prd_${at}.1`).join();
  expect(readWatched(asked(many(mostWatched)))).toHaveLength(mostWatched);
  expect(() => readWatched(asked(many(mostWatched + 1)))).toThrow(`at most ${mostWatched}`);
});
