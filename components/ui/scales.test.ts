/** The decisions of app/globals.css hold everywhere: nothing is coloured, sized, spaced or moved outside them. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sheet = readFileSync(`${root}/app/globals.css`, "utf8");
const sources = globSync("{app,components}/**/*.tsx", { cwd: root }).map(
  (file) => [file, readFileSync(`${root}/${file}`, "utf8")] as const,
);

function findAll(pattern: RegExp): string[] {
  return sources.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

const colours = new Map(
  [...sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: luminanceOf(light ?? ""), dark: luminanceOf(dark ?? "") },
  ]),
);

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(over: string, under: string, theme: "light" | "dark"): number {
  const [one, other] = [colours.get(over)?.[theme], colours.get(under)?.[theme]];
  if (one === undefined || other === undefined) throw new Error(`Expected the colours ${over} and ${under} in globals.css`);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const themes = ["light", "dark"] as const;
const grounds = ["page", "panel", "raised", "stage"];

describe("the scales", () => {
  it("give every text a contrast of 4.5 on every ground, in both themes", () => {
    const texts = ["ink", "dim", "faint", "accent-text", "ok", "caution", "danger"];
    const pairs = themes.flatMap((theme) => texts.flatMap((text) => grounds.map((ground) => ({ theme, text, ground }))));
    const weak = pairs.filter(({ theme, text, ground }) => contrastOf(text, ground, theme) < 4.5);
    expect(weak).toEqual([]);
    for (const theme of themes) expect(contrastOf("accent-ink", "accent", theme)).toBeGreaterThan(4.5);
  });

  it("give the edges of controls and the accent a contrast of 3 on the grounds they lie on", () => {
    for (const theme of themes)
      for (const ground of ["page", "panel"])
        for (const line of ["edge", "accent"]) expect(contrastOf(line, ground, theme), `${line} on ${ground}, ${theme}`).toBeGreaterThan(3);
  });

  it("are the only sizes of text", () => {
    expect(findAll(/\btext-\[[\d.]+(?:px|rem|em)\]|\btext-(?:base|[3-9]xl)\b|\bleading-\[[^\]]+\]/g)).toEqual([]);
  });

  it("are the only steps of space", () => {
    const steps = new Set(["0", "0.5", "1", "1.5", "2", "2.5", "3", "4", "6", "8", "12", "16", "px", "auto", "control"]);
    const spaces = /(?<![\w-])-?(?:[mp][xytrbl]?|gap|gap-[xy]|space-[xy])-(\d[\d.]*|\[[\d.]+(?:px|rem)\])(?![\w.])/g;
    const odd = sources.flatMap(([file, text]) =>
      [...text.matchAll(spaces)].filter(([, step]) => !steps.has(step ?? "")).map(([found]) => `${file}: ${found}`),
    );
    expect(odd).toEqual([]);
  });

  it("are the only colours: none is written where it is used", () => {
    expect(findAll(/className=[^\n]*#[0-9a-f]{3,8}\b|-\[(?:#|rgb|hsl|oklch)[^\]]*\]/gi)).toEqual([]);
  });

  it("keep everything that moves at 150 ms or less", () => {
    expect(Number(/--default-transition-duration: (\d+)ms/.exec(sheet)?.[1])).toBeLessThanOrEqual(150);
    const slow = sources.flatMap(([file, text]) =>
      [...text.matchAll(/\b(?:duration|delay)-\[?(\d+)/g)].filter(([, ms]) => Number(ms) > 150).map(([found]) => `${file}: ${found}`),
    );
    expect(slow).toEqual([]);
  });
});
