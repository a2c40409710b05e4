import { expect, it } from "vitest";
import { engineWords } from "./engine-words.ts";

const logs = [
  "Pentimento: 1 of 2 results could not be read as pictures",
  "Using seed: 827984891",
  " 77%|███████▋  | 77/100 [00:00<00:00]",
  "Did: black and white",
  "100%|██████████| 100/100 [00:00<00:00]",
  'Not possible here: "keep the eyes"; that needs a FLUX key',
  "",
].join("\n");

it("says what the local engine did and what it left out, without seed and progress", () => {
  expect(engineWords({ provider: "local", logs })).toEqual([
    "Did: black and white",
    'Not possible here: "keep the eyes"; that needs a FLUX key',
  ]);
});

it("says once what was said of each of several results", () => {
  expect(engineWords({ provider: "local", logs: "Did: sepia\nDid: sepia\n" })).toEqual(["Did: sepia"]);
});

it("keeps a gateway's logs to itself", () => {
  expect(engineWords({ provider: "replicate", logs })).toEqual([]);
});
