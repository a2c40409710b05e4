import { expect, it } from "vitest";
import { isFiltered, readProgress, readSeed } from "./read-logs.ts";

it.each([
  ["", null],
  ["no bar here, but 50% of it", null],
  ["  0%|          | 0/28 [00:00<?, ?it/s]", 0],
  [" 50%|█████     | 2/4 [00:01<00:01,  1.0it/s]", 0.5],
  ["  0%|          | 0/4 [00:00<?]\r 25%|██▌       | 1/4 [00:01]\r 75%|███████▌  | 3/4 [00:02]", 0.75],
  ["Using seed: 7\n100%|██████████| 28/28 [00:03]\nTotal safe images: 1 out of 1", 1],
  ["300%|███| 9/3 [x]", 1],
  [" 40%|████ | 0/0 [x]", 0.4],
])("reads the progress of %j", (logs, expected) => expect(readProgress(logs)).toBe(expected));

it.each([
  ["Using seed: 29889\n", 29889],
  ["…\nusing seed 5", 5],
  ["Using seed: none", null],
  ["Using seed: 99999999999999999999", null],
  ["", null],
])("reads the seed of %j", (logs, expected) => expect(readSeed(logs)).toBe(expected));

it.each([
  ["NSFW content detected in image 0", true],
  ["Total safe images: 1 out of 2", true],
  ["Total safe images: 2 out of 2", false],
  ["", false],
])("sees in %j whether pictures were held back", (logs, expected) => expect(isFiltered(logs)).toBe(expected));
