import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { enlargeModel } from "#lib/models/enlarge.ts";
import { sampleFidelity, sampleFrame } from "#lib/server/storage/contract/sample-records.ts";
import type { Prediction } from "#lib/wire.ts";
import { asCurl, asJson } from "./run-as-text.ts";

const picture = `pic_${"a".repeat(64)}`;
const origin = "http://127.0.0.1:3000";
const run = { model: "acme/paint", seed: 7, parentEditId: "edt_1" };

it("is a command that a shell passes on letter for letter, with pictures by their address", () => {
  const prompt = `it's "$HOME" \`id\` \\ 山`;
  const command = asCurl({ ...run, inputs: { prompt, image: picture, steps: 4 } }, origin);
  const printed = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\n'")], { encoding: "utf8" });
  expect(printed).toContain("http://127.0.0.1:3000/replicate/v1/models/acme/paint/predictions");
  const body = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  expect(body).toEqual({ input: { prompt, image: `http://127.0.0.1:3000/api/pictures/${picture}/file`, steps: 4, seed: 7 } });
});

it("asks for an enlargement where one asks for it: at the edit it came from", () => {
  const inputs = { prompt: "harbour 4×", input_image: picture, factor: "4" };
  const command = asCurl({ ...run, model: enlargeModel.id, inputs, seed: null }, origin);
  const printed = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\n'")], { encoding: "utf8" });
  expect(printed.split("\n")).toContain(`${origin}/api/edits/edt_1/enlarge`);
  expect(JSON.parse(printed.trim().split("\n").at(-1) ?? "")).toEqual({ factor: 4 });
});

it("tells with the run how its result was laid in, so that both can be done again", () => {
  const fidelity = sampleFidelity({ transform: { kind: "paste", opaquePx: 4, seamPx: 8 } });
  const inputs = { prompt: "a bench", image: picture };
  const told = JSON.parse(asJson({ fidelity }, { ...run, inputs, frame: sampleFrame() } as unknown as Prediction));
  expect(told).toMatchObject({ model: run.model, seed: 7, inputs, frame: sampleFrame(), fidelity });
});
