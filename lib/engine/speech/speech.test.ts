import { describe, expect, it } from "vitest";
import { nearestExamples } from "#lib/engine/instructions/examples.ts";
import { parseInstructions } from "#lib/engine/instructions/parse.ts";
import { runModel } from "#lib/engine/run-model.ts";
import { builtInModels } from "#lib/models/built-in.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { drawLawn } from "#lib/testing/lawn-picture.ts";
import { speechFor } from "./speech-for.ts";

const say = (prompt: string) => parseInstructions(prompt).steps.map(speechFor(prompt).step).join("；");

describe("what was done is said in the language of the prompt", () => {
  it.each([
    ["把红色的车改成酒红色", "红色车 → 酒红色"],
    ["稍微调亮，对比度降低20%", "亮度 +15%；对比度 −20%"],
    ["除了天空以外全部变成黑白", "黑白，保留天空"],
    ["背景虚化", "模糊（背景）"],
    ["把背景换成深绿色", "背景 → 深绿色"],
    ["向左旋转90度，裁剪成16:9", "逆时针旋转 90°；裁剪为 16:9"],
    ["在顶部写上“SALE”", "在顶部写上“SALE”"],
    ["水彩画，加暗角", "水彩；暗角"],
    ["减少蓝色", "饱和度 −50%（蓝色）"],
    ["去掉红色气球", "移除红色气球，由周围填补"],
    ["阴影偏蓝，高光偏黄", "阴影偏蓝色、高光偏黄色"],
    ["放大4倍", "放大 4 倍"],
  ])("%s", (prompt, expected) => expect(say(prompt)).toBe(expected));

  it("in Chinese without an English word, in English without a Chinese one", () => {
    for (const prompt of ["变成夜晚", "下雪", "卡通风格", "去雾", "HDR 效果", "加边框", "镜像", "放大两倍", "更暖", "复古"]) {
      expect(say(prompt).replace("HDR", "")).not.toMatch(/[a-z]{2}/u);
    }
    expect(speechFor("brighter").did(["x"])).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});

describe("the log of a run", () => {
  const model = builtInModels.find(({ task }) => task === "edit");
  async function logOf(prompt: string): Promise<string> {
    if (model === undefined) throw new Error("Expected a model that edits");
    const lines: string[] = [];
    const hooks = { log: (line: string) => lines.push(line), progress: async () => {}, typeset: typesetter };
    await runModel(
      { model, inputs: { prompt }, pictures: { input_image: drawLawn() }, seed: 3 },
      { ...hooks, log: (line) => void lines.push(line) },
    );
    return lines.filter((line) => !line.startsWith("Using seed")).join("\n");
  }

  it("says what was done and what was not, in Chinese", async () => {
    expect(await logOf("调亮20%，给他加一顶帽子")).toBe("已完成：亮度 +20%\n这里做不到：“给他加一顶帽子”；这需要 FLUX 密钥");
  });

  it("says the same in English", async () => {
    expect(await logOf("20% brighter, give him a hat")).toBe(
      'Did: brightness +20 %\nNot possible here: "give him a hat"; that needs a FLUX key',
    );
  });

  it("says why a place could not be used, and what was taken for a thing", async () => {
    expect(await logOf("调暗，把海水变绿")).toContain("没有找到海水");
    expect(await logOf("把汽车改成薄荷绿")).toMatch(
      /^把.*（占画面 \d+%）当作“汽车”；此引擎按颜色判断，不认得这类物体\n已完成：汽车 → 薄荷绿色$/u,
    );
  });

  it("says how large the picture was that was enlarged", async () => {
    const { width, height } = drawLawn();
    const sizes = `${width} × ${height} → ${width * 2} × ${height * 2}`;
    expect(await logOf("enlarge twice")).toBe(`Did: enlarged 2 times\nEnlarged: ${sizes}`);
    expect(await logOf("放大两倍")).toBe(`已完成：放大 2 倍\n已放大：${sizes}`);
  });

  it.each([
    ["请给她画一只猫", /^prompt 应是本地引擎能做到的修改，例如(?:“[^“”a-z]+”、?){3}，但收到“请给她画一只猫”（没有看懂）/u],
    [
      "give her a cat",
      /^Expected an instruction .* such as (?:"[^"]+", ){3}for prompt but received "give her a cat" \(nothing was understood\)/u,
    ],
  ])("refuses %s with the three nearest things it can do", async (prompt, sentence) => {
    await expect(logOf(prompt)).rejects.toMatchObject({ code: "not_understood", message: expect.stringMatching(sentence) });
    expect(nearestExamples(prompt)).toHaveLength(3);
  });
});
