import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { errorCodes } from "#lib/errors.ts";
import { predictionStatuses } from "#lib/wire.ts";
import en from "./en.json";
import zhCN from "./zh-CN.json";

type Tree = { readonly [key: string]: string | Tree };

const root = fileURLToPath(new URL("../..", import.meta.url));
const english = leavesOf(en);
const chinese = leavesOf(zhCN);

function leavesOf(tree: Tree, prefix = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${prefix}${key}`, value]] : [...leavesOf(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names of what is filled in, whatever the words around them. */
function argumentsOf(message: string): string {
  const names = [...message.matchAll(/\{([a-z]\w*)\s*[,}]/g)].map(([, name]) => name ?? "");
  return [...new Set(names)].sort().join(" ");
}

/** Every key a source file can ask for: its namespaces joined with its literals, "${…}" standing for any part. */
function askedPatterns(): readonly RegExp[] {
  const files = globSync("{app,components,lib/client}/**/*.{ts,tsx}", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  return files.flatMap((file) => {
    const source = readFileSync(`${root}/${file}`, "utf8");
    const namespaces = [...source.matchAll(/(?:use|get)Translations\("([\w.]+)"\)/g)].map(([, name]) => name ?? "");
    const literals = [...source.matchAll(/"([\w.]+)"|`([\w.${}()[\]? ]+)`/g)].map(([, plain, template]) => plain ?? template ?? "");
    return namespaces.flatMap((namespace) => literals.map((literal) => toPattern(`${namespace}.${literal}`)));
  });
}

function toPattern(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${parts.join("[^.]+")}$`);
}

describe("messages", () => {
  it("have the same keys in every language", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("are nowhere empty", () => {
    const empty = [...english, ...chinese].filter(([, message]) => message.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it("fill in the same values in every language", () => {
    const differing = [...english].filter(([key, message]) => argumentsOf(message) !== argumentsOf(chinese.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("say for every error code what happened and what to do now, and nothing for codes that do not exist", () => {
    const codes = [...Object.keys(errorCodes), "connection_lost"].sort();
    for (const tree of [en.errors, zhCN.errors] as readonly Tree[]) {
      expect(Object.keys(tree).sort()).toEqual(codes);
      for (const code of codes) expect(Object.keys(tree[code] ?? {}).sort(), code).toEqual(["next", "what"]);
    }
  });

  it("say for every state of a prediction where it stands", () => {
    expect(Object.keys(en.run)).toEqual(expect.arrayContaining([...predictionStatuses]));
  });

  it("set what goes on, or is still to be said, with one mark close to its word", () => {
    // Where a part of a line is left out, the mark stands for a word of its own.
    const apart = [...english, ...chinese].filter(([, message]) => /(?<!Bearer)\s…|……|\.\.\./.test(message));
    expect(apart).toEqual([]);
  });

  it("are set in Chinese as Chinese is: its own marks, room beside figures and foreign words, one form of address", () => {
    const isOdd = (message: string) => /[\u4e00-\u9fff][,;:?!()A-Za-z0-9]|[,;:?!()A-Za-z0-9][\u4e00-\u9fff]|你/.test(message);
    expect([...chinese].filter(([, message]) => isOdd(message.replaceAll(/\{\w+, (plural|select).*/gs, "")))).toEqual([]);
  });

  it("are all used", () => {
    const patterns = askedPatterns();
    // A state's own word is asked for by the state itself.
    const byState = new Set<string>(predictionStatuses.map((status) => `run.${status}`));
    const optionWords = /^(?:options|faults)\./;
    const unused = [...english.keys()].filter(
      (key) => !byState.has(key) && !optionWords.test(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});
