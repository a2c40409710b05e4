import { expect, it } from "vitest";
import { readArrangement } from "#lib/engine/combine/words/read-arrangement.ts";
import { parseInstructions } from "#lib/engine/instructions/parse.ts";
import english from "./en.json" with { type: "json" };
import chinese from "./zh-CN.json" with { type: "json" };

const all = [english, chinese].map(({ composer }) => composer.example);

it.each(all.flatMap(({ edit }) => Object.values(edit)))("offers what the local engine understands: %s", (words) => {
  const { steps, leftOut } = parseInstructions(words, () => true);
  expect(steps).not.toEqual([]);
  expect(leftOut).toEqual([]);
});

it.each(all.flatMap(({ combine }) => Object.values(combine)))("offers what the local engine understands of two pictures: %s", (words) => {
  expect(readArrangement(words).isUnderstood).toBe(true);
});
