import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => parseInstructions(prompt).steps.map(describeStep).join("; ");

describe("reading frames", () => {
  it.each([
    ["5px black frame, cooler", "warmth −30 %; black border, 5 px"],
    ["5% 白边,整体调亮一点", "brightness +15 %; white border, 5 %"],
    ["put a thin black keyline around it", "black border, 0.6 %"],
    ["加一圈黑边,粗一点", "black border, 8.5 %"],
    ["四周留白10%", "white border, 10 %"],
    ["add a white frame, 20 px", "white border, 20 px"],
    ["wide white passe-partout like a gallery print", "white mount, 8.5 %"],
    ["double border, white outside black inside", "white border, black within"],
    ["加圆角边框", "white border with round corners"],
    ["the sky is framed by trees, make it bluer", "blue tint at 48 %"],
  ])("in %s", (prompt, steps) => expect(read(prompt)).toBe(steps));

  it("lays a frame about the finished picture, so that no grain lies on it", () => {
    expect(read("add a thin white border and a bit of grain")).toBe("grain at 50 %; white border, 1.5 %");
  });

  it.each(['polaroid with the caption "June 12"', '拍立得效果,下面写"June 12"'])(
    "writes on the card of an instant picture, by hand: %s",
    (prompt) => {
      const [text, frame] = parseInstructions(prompt).steps.toReversed();
      expect(text?.operation).toMatchObject({ kind: "text", text: "June 12", isOnCard: true, face: "brush" });
      expect(frame?.operation).toMatchObject({ kind: "border", form: "instant" });
    },
  );

  it("writes on the picture where the words were to be at the top", () => {
    const words = parseInstructions('polaroid frame with "HELLO" at the top').steps.at(-1);
    expect(words?.operation).not.toHaveProperty("isOnCard");
  });
});
