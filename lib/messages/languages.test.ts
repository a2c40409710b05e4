import { describe, expect, it } from "vitest";
import { pickLanguage } from "./languages.ts";

describe("pickLanguage", () => {
  it("follows the person's choice before the browser", () => {
    expect(pickLanguage("zh-CN", "en-US,en;q=0.9")).toBe("zh-CN");
    expect(pickLanguage("en", "zh-CN")).toBe("en");
  });

  it("takes the first known language in the browser's own order of weight", () => {
    expect(pickLanguage(undefined, "fr-FR,fr;q=0.9,zh-CN;q=0.8,en;q=0.7")).toBe("zh-CN");
    expect(pickLanguage(undefined, "zh;q=0.3, en-GB;q=0.8")).toBe("en");
    expect(pickLanguage(undefined, "zh-Hant-TW")).toBe("zh-CN");
  });

  it("ignores a language that is refused by weight zero", () => {
    expect(pickLanguage(undefined, "zh;q=0, de")).toBe("en");
  });

  it("speaks English where nothing is known, whatever stands in the cookie or header", () => {
    expect(pickLanguage("klingon", null)).toBe("en");
    expect(pickLanguage(undefined, ";;;,q=,zhx")).toBe("en");
  });
});
