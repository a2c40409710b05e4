import { expect, it } from "vitest";
import en from "#lib/messages/en.json" with { type: "json" };
import zh from "#lib/messages/zh-CN.json" with { type: "json" };
import { shortcutIds } from "./shortcut-list.ts";

it.each([
  ["English", en],
  ["Chinese", zh],
])("every key has a name in %s, and every name a key", (_, messages) => {
  expect(Object.keys(messages.shortcuts.name).sort()).toEqual([...shortcutIds].sort());
});
