import { describe, expect, it } from "vitest";
import type { EditRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import { sourceTypeOf, xmpPacket } from "./provenance.ts";

const pictureOf = (letter: string) => `pic_${letter.repeat(64)}`;
const edit = (id: string, more: Partial<EditRecord> = {}) =>
  ({ id, parentId: null, kind: "upload", pictureId: pictureOf(id), predictionId: null, ...more }) as EditRecord;
const run = (id: string, provider: "local" | "replicate", inputs: Record<string, string> = {}) =>
  ({ id, provider, inputs }) as unknown as PredictionRecord;

function typeOf(edits: readonly EditRecord[], runs: readonly PredictionRecord[]) {
  const last = edits.at(-1);
  if (!last) throw new Error("Expected an edit");
  return sourceTypeOf({ edit: last, edits, predictions: new Map(runs.map((one) => [one.id, one])) });
}

describe("the digital source type", () => {
  const photo = edit("a");
  const changed = edit("b", { kind: "prediction", parentId: "a", predictionId: "r1" });

  it("is not claimed for what somebody brought in", () => {
    expect(typeOf([photo], [])).toBeNull();
  });

  it("tells a photograph that a model changed from a picture that a model made", () => {
    expect(typeOf([photo, changed], [run("r1", "replicate")])).toBe("compositeWithTrainedAlgorithmicMedia");
    expect(typeOf([edit("c", { kind: "prediction", predictionId: "r1" })], [run("r1", "replicate", { prompt: "a cat" })])).toBe(
      "trainedAlgorithmicMedia",
    );
  });

  it("is that of a made picture where the model's whole result stands, and of both where only a part came over", () => {
    const maker = [run("r1", "replicate")];
    const laidIn = (method: string, more = {}) => edit("b", { ...changed, fidelity: { method, ...more } as EditRecord["fidelity"] });
    expect(typeOf([photo, laidIn("photo")], maker)).toBe("compositeWithTrainedAlgorithmicMedia");
    expect(typeOf([photo, laidIn("paste")], maker)).toBe("compositeWithTrainedAlgorithmicMedia");
    expect(typeOf([photo, laidIn("whole")], maker)).toBe("trainedAlgorithmicMedia");
    expect(typeOf([photo, laidIn("blend", { blend: { whole: true } })], maker)).toBe("trainedAlgorithmicMedia");
    expect(typeOf([photo, laidIn("blend", { blend: { whole: false } })], maker)).toBe("compositeWithTrainedAlgorithmicMedia");
    const joined = edit("c", { kind: "prediction", parentId: "a", predictionId: "r2", fidelity: laidIn("photo").fidelity });
    expect(typeOf([photo, laidIn("whole"), joined], [...maker, run("r2", "replicate")])).toBe("compositeWithTrainedAlgorithmicMedia");
  });

  it("does not call the local engine a trained model", () => {
    expect(typeOf([photo, changed], [run("r1", "local")])).toBe("algorithmicallyEnhanced");
    expect(typeOf([edit("c", { kind: "prediction", predictionId: "r1" })], [run("r1", "local")])).toBe("algorithmicMedia");
  });

  it("remembers what a later step was made from", () => {
    const later = edit("c", { kind: "prediction", parentId: "b", predictionId: "r2" });
    expect(typeOf([photo, changed, later], [run("r1", "replicate"), run("r2", "local")])).toBe("compositeWithTrainedAlgorithmicMedia");
    const blended = edit("d", { kind: "local", parentId: "a", predictionId: "r1" });
    expect(typeOf([photo, changed, blended], [run("r1", "replicate")])).toBe("compositeWithTrainedAlgorithmicMedia");
  });

  it("follows a second picture to its own making", () => {
    const made = edit("c", { kind: "prediction", predictionId: "r1" });
    const joined = edit("d", { kind: "prediction", parentId: "a", predictionId: "r2" });
    const runs = [run("r1", "replicate"), run("r2", "local", { input_image_2: pictureOf("c") })];
    expect(typeOf([photo, made, joined], runs)).toBe("compositeWithTrainedAlgorithmicMedia");
  });
});

describe("the packet", () => {
  const maker = { model: "acme/paint-2", inputs: { prompt: 'a <b> & "c"\u0000' }, seed: 7, provider: "replicate" } as const;

  it("says model, prompt and seed, and survives what people type", () => {
    const xmp = xmpPacket({ sourceType: "trainedAlgorithmicMedia", maker, createdAtMs: 0 });
    expect(xmp).toContain("digitalsourcetype/trainedAlgorithmicMedia<");
    expect(xmp).toContain("<Iptc4xmpExt:AISystemUsed>acme/paint-2<");
    expect(xmp).toContain('<Iptc4xmpExt:AIPromptInformation>a &lt;b&gt; &amp; "c"<');
    expect(xmp).toContain("<pentimento:Seed>7<");
  });

  it("names the local engine as the tool and not as an AI", () => {
    const xmp = xmpPacket({ sourceType: "algorithmicallyEnhanced", maker: { ...maker, provider: "local" }, createdAtMs: 0 });
    expect(xmp).toContain("<xmp:CreatorTool>Pentimento local engine<");
    expect(xmp).toContain("a &lt;b&gt;");
    expect(xmp).not.toMatch(/<Iptc4xmpExt:AI/);
  });

  it("claims nothing where nothing was made", () => {
    const xmp = xmpPacket({ sourceType: null, maker: null, createdAtMs: 0 });
    expect(xmp).not.toMatch(/DigitalSourceType|AISystem|Seed|CreatorTool|CreateDate/);
  });
});
