import { expect, test } from "vitest";
import type { Records } from "../records.ts";
import { startMs } from "./sample-records.ts";

let count = 0;
const prompt = (text: string) => {
  count += 1;
  return { id: `prm_${String(count).padStart(4, "0")}`, text };
};

export function describePrompts(one: () => Records, other: () => Records): void {
  test("words are remembered once, and the last use brings them to the top", async () => {
    const [first, second] = [prompt("a red boat"), prompt("a green boat")];
    await one().prompts.use(first, startMs + 1);
    await one().prompts.use(second, startMs + 2);
    await other().prompts.use(first, startMs + 3.4);
    const { items, next } = await other().prompts.list({ limit: 10 });
    expect(next).toBeNull();
    expect(items).toEqual([
      { ...first, lastAtMs: startMs + 3, usedAtMs: startMs + 3, savedAtMs: null },
      { ...second, lastAtMs: startMs + 2, usedAtMs: startMs + 2, savedAtMs: null },
    ]);
  });

  test("saved words are found among the others, and those that were never used leave when they are no longer saved", async () => {
    const [used, kept] = [prompt("used and saved"), prompt("only saved")];
    await one().prompts.use(used, startMs + 10);
    await one().prompts.save(used, startMs + 11);
    expect(await one().prompts.save(kept, startMs + 12)).toMatchObject({ ...kept, usedAtMs: null, savedAtMs: startMs + 12 });
    const saved = async () => (await other().prompts.list({ limit: 10, savedOnly: true })).items.map(({ text }) => text);
    expect(await saved()).toEqual(["only saved", "used and saved"]);
    await other().prompts.unsave(used.id);
    await other().prompts.unsave(kept.id);
    await other().prompts.unsave("prm_none");
    expect(await saved()).toEqual([]);
    const all = (await one().prompts.list({ limit: 100 })).items.map(({ text }) => text);
    expect(all).toContain("used and saved");
    expect(all).not.toContain("only saved");
  });

  test("a search needs every word, in any case and language, and takes no sign for a wildcard", async () => {
    const texts = ["ÄPFEL auf dem Tisch", "金色的黄昏", "100% wool", "a_b", "back\\slash", "nul\u0000l"];
    for (const [index, text] of texts.entries()) await one().prompts.use(prompt(text), startMs + 100 + index);
    const find = async (search: string) => (await one().prompts.list({ limit: 10, search })).items.map(({ text }) => text);
    expect(await find("tisch äpfel")).toEqual(["ÄPFEL auf dem Tisch"]);
    expect(await find("黄昏")).toEqual(["金色的黄昏"]);
    expect(await find("100%")).toEqual(["100% wool"]);
    expect(await find("%w")).toEqual([]);
    expect(await find("a_b")).toEqual(["a_b"]);
    expect(await find("\\")).toEqual(["back\\slash"]);
    expect(await find("tisch nowhere")).toEqual([]);
  });

  test("pages show each of 60 once, newest first", async () => {
    for (let index = 0; index < 60; index += 1) await one().prompts.use(prompt(`paged ${index}`), startMs + 1000 + Math.floor(index / 4));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await other().prompts.list({ limit: 13, search: "paged", ...(after === undefined ? {} : { after }) });
      seen.push(...page.items.map(({ text }) => text));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `paged ${59 - index}`));
  });
}
