import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, "utf8");
const shown = globSync("components/design/*.tsx", { cwd: root }).map(read).join("\n");

describe("the design page", () => {
  it("shows every primitive of the house", () => {
    const primitives = globSync("components/ui/*.tsx", { cwd: root }).map((file) => file.replaceAll("\\", "/"));
    expect(primitives.length).toBeGreaterThan(15);
    expect(primitives.filter((file) => !shown.includes(`"#${file}"`))).toEqual([]);
  });

  it("shows every token of the sheet", () => {
    const sheet = read("app/globals.css");
    const colours = [...sheet.matchAll(/--color-([a-z-]+): var\(/g)].map(([, name]) => `bg-${name}`);
    const sizes = [...sheet.matchAll(/--text-(\w+): [\d.]+rem/g)].map(([, name]) => `text-${name}`);
    expect(colours.length * sizes.length).toBeGreaterThan(60);
    expect([...colours, ...sizes].filter((look) => !shown.includes(`"${look}"`))).toEqual([]);
  });
});
