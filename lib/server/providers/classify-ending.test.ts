import { expect, it } from "vitest";
import { classifyEnding } from "./classify-ending.ts";

it.each([
  ["The input or output was flagged as sensitive. Please try again with different inputs. (E005) (abcdefghij)", "", "flagged"],
  ["All generated images contained NSFW content. Try running it again with a different prompt.", "", "flagged"],
  ["Generated image contained NSFW content.", "", "flagged"],
  ["NSFW content detected. Try a different prompt.", "", "flagged"],
  [null, "NSFW content detected in image 0", "flagged"],
  ["Prediction interrupted; please retry (code: PA)", "", "prediction_interrupted"],
  ["Director: unexpected error handling prediction (E6716)", "", "prediction_interrupted"],
  ["Director: unexpected error handling prediction (E8765)", "", "prediction_interrupted"],
  ["Something odd (E9828)", "", "prediction_interrupted"],
  ["CUDA out of memory (E1001)", "", "prediction_failed"],
  ["cannot identify image file", "NSFW content detected in image 1", "prediction_failed"],
  [{ message: "flagged as sensitive" }, "", "flagged"],
  [{ odd: [1, 2] }, "", "prediction_failed"],
  [["a", "b"], "", "prediction_failed"],
  [500, "", "prediction_failed"],
  [null, "", "prediction_failed"],
  [undefined, "", "prediction_failed"],
])("%j with the logs %j ended as %s", (error, logs, code) => expect(classifyEnding(error, logs, []).code).toBe(code));

it("repeats neither keys nor addresses", () => {
  const error = "Failed with token r8_secretsecret at https://internal.example.com/x?sig=1 for my-own-key";
  expect(classifyEnding(error, "", ["my-own-key"]).message).toBe("Failed with token … at … for …");
});
