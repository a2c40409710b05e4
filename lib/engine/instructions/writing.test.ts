import { describe, expect, it } from "vitest";
import type { TextOperation } from "./operation.ts";
import { parseInstructions } from "./parse.ts";
import { findQuote, quotePlainWords } from "./quotes.ts";

const written = (prompt: string): Partial<TextOperation> => {
  const { steps, leftOut } = parseInstructions(prompt);
  expect([steps.length, leftOut]).toEqual([1, []]);
  const operation = steps[0]?.operation;
  if (operation?.kind !== "text") throw new Error(`Expected words to write but received ${operation?.kind}`);
  const { kind: _, colour, ...rest } = operation;
  return { ...rest, ...(colour && { colour }) };
};

describe("words to be written", () => {
  it.each([
    ['write "SALE" at the top', "SALE", "top"],
    ["write ‘Don’t panic’ at the top", "Don’t panic", "top"],
    ["add 'Don't panic' in the middle", "Don't panic", "middle"],
    ["put «Été» in the top left corner", "Été", "top left"],
    ["“Hello” in white", "Hello", "bottom"],
    ["add the text Happy Birthday at the bottom", "Happy Birthday", "bottom"],
    ["add a caption saying Meet me at the station in the lower right corner", "Meet me at the station", "bottom right"],
    ["write Happy New Year! at the top", "Happy New Year!", "top"],
    ["title: Quiet Mornings, at the top", "Quiet Mornings", "top"],
    ["在上方写上“夏日大促”", "夏日大促", "top"],
    ["写上“夏日大促”", "夏日大促", "bottom"],
    ["在底部写上「五折，今日开始！」", "五折，今日开始！", "bottom"],
    ["加上文字『新品』，居中", "新品", "middle"],
    ["在图片右上角加标题“他说：“你好””", "他说：“你好”", "top right"],
    ["加一行字：生日快乐", "生日快乐", "bottom"],
    ['at the top of the picture, write "SALE"', "SALE", "top"],
    ["在图片右上角，写上“新品”", "新品", "top right"],
    ["添加文字：生日快乐，天天开心，放在顶部", "生日快乐，天天开心", "top"],
    ["在图上写上新年快乐四个大字", "新年快乐", "bottom"],
    ["写上红色的新年快乐", "新年快乐", "bottom"],
    ["图片左侧竖排题字：宁静致远", "宁静致远", "left"],
    ['add "LINE ONE\\nline two" at the top', "LINE ONE\nline two", "top"],
  ])("%s", (prompt, text, at) => expect(written(prompt)).toMatchObject({ text, at }));

  it("reads the hand, the size, the direction and the colour", () => {
    expect(written('write "Bloom" in elegant serif letters')).toMatchObject({ face: "serif" });
    expect(written('write "Bloom" in a sans-serif font')).toMatchObject({ face: "sans" });
    expect(written('"love" in handwritten script in pink')).toMatchObject({ face: "brush", colour: { name: "pink" } });
    expect(written("用毛笔字竖排写上“宁静致远”")).toMatchObject({ face: "brush", isVertical: true, at: "right" });
    expect(written("用宋体小字在右下角写上“摄影：李明”")).toMatchObject({ face: "serif", size: "small", at: "bottom right" });
    expect(written("写上红色的新年快乐")).toMatchObject({ colour: { name: "red" } });
  });

  it("takes what follows about letters for those just written", () => {
    expect(written('write "SALE" at the top, large and in red')).toMatchObject({ size: "large", colour: { name: "red" }, at: "top" });
    expect(written("写上“夏日大促”，白色粗体，放在顶部，竖排")).toMatchObject({ weight: 900, at: "top", isVertical: true });
  });

  it("leaves prompts alone that ask for no words", () => {
    const prompts = [
      "add a label to the bottle",
      "make the text blurred",
      "add text at the bottom",
      "make the sky bluer, it's 6 o'clock",
      "去掉文字",
      "加水印效果",
    ];
    expect(prompts.map(quotePlainWords)).toEqual(prompts);
    expect(prompts.map((prompt) => findQuote(prompt))).toEqual(prompts.map(() => undefined));
  });
  it("are set on the finished picture, whenever they were said", () => {
    const { steps } = parseInstructions("在上方写上“林间小径”，金色，宋体，变成雪景");
    expect(steps.map(({ operation }) => operation.kind).at(-1)).toBe("text");
    expect(steps).toHaveLength(2);
  });
});
