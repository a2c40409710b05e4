import { existsSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import createIcon from "./create-icon.ts";

describe("an icon", () => {
  const Line = createIcon({ node: [["path", { d: "M5 12h14", key: "a" }]] });

  it("is drawn in the size that is asked for, with what else is said of it", () => {
    const drawn = renderToStaticMarkup(createElement(Line, { size: 14, "aria-hidden": true, className: "text-dim" }));
    expect(drawn).toContain('viewBox="0 0 24 24" width="14" height="14" fill="none" stroke="currentColor" stroke-width="2"');
    expect(drawn).toContain('aria-hidden="true" class="text-dim"');
    expect(drawn).toContain('<path d="M5 12h14">');
  });

  it("asks for its builder by the name that ours stands in for", () => {
    const place = "node_modules/lucide-react/dist/esm";
    expect(existsSync(`${place}/createLucideIcon.mjs`)).toBe(true);
    expect(readFileSync(`${place}/icons/star.mjs`, "utf8")).toContain("'../createLucideIcon.mjs'");
    expect(readFileSync("next.config.js", "utf8")).toContain('"../createLucideIcon.mjs"');
  });
});
