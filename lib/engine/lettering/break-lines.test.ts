import { describe, expect, it } from "vitest";
import { breakInto, cutPieces, measure } from "./break-lines.ts";

const broken = (text: string, count: number) =>
  breakInto(
    measure(cutPieces(text), (piece) => [...piece].length),
    count,
  )?.lines;

describe("breaking a text into lines", () => {
  it("makes them even", () => {
    expect(broken("the quick brown fox jumps over it", 2)).toEqual(["the quick brown", "fox jumps over it"]);
    expect(broken("山高水长日月同辉", 2)).toEqual(["山高水长", "日月同辉"]);
  });

  it("breaks after a pause rather than within a word", () => {
    expect(broken("限时特惠、买一送一九十九元起", 2)).toEqual(["限时特惠、", "买一送一九十九元起"]);
  });

  it("begins no line with a closing mark and ends none with an opening one", () => {
    for (const count of [2, 3, 4]) {
      const lines = broken("他说：“你好！”（《春晓》），然后走了。", count) ?? [];
      expect(lines).toHaveLength(count);
      expect(lines.filter((line) => /^[，。！？：”）》]|[“（《]$/u.test(line))).toEqual([]);
    }
  });

  it("keeps Latin words and numbers whole in Chinese", () => {
    expect(cutPieces("全场SALE满300减50").map(({ text }) => text)).toEqual(["全", "场", "SALE", "满", "300", "减", "50"]);
  });

  it("cuts what has no end, and fills the lines of a text that is very long", () => {
    expect(cutPieces("x".repeat(60)).map(({ text }) => text.length)).toEqual([28, 28, 4]);
    const lines = broken(`${"山".repeat(500)}\n${"水".repeat(100)}`, 8) ?? [];
    expect(lines.join("")).toBe("山".repeat(500) + "水".repeat(100));
    expect([lines.length <= 8, Math.max(...lines.map(({ length }) => length)) <= 100]).toEqual([true, true]);
  });

  it("breaks where a line was ended, and loses nothing", () => {
    expect(broken("SUMMER\nSALE now on", 2)).toEqual(["SUMMER", "SALE now on"]);
    expect(broken("SUMMER\nSALE", 1)).toBeUndefined();
    expect(broken("a b c d e f g", 3)?.join(" ")).toBe("a b c d e f g");
  });
});
