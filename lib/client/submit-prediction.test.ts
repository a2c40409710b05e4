import { describe, expect, it } from "vitest";
import type { Prediction, StartPrediction } from "#lib/wire.ts";
import { ClientError, connectionLost } from "./client-error.ts";
import { createSubmitter } from "./submit-prediction.ts";

const request: StartPrediction = { projectId: "prj_1", model: "acme/paint", inputs: { prompt: "a boat" } };
const stored = { id: "prd_1" } as Prediction;

function submitterThat(...answers: readonly (Prediction | ClientError)[]) {
  const keys: string[] = [];
  let made = 0;
  const submitter = createSubmitter(
    async (_request, key) => {
      const answer = answers[keys.length];
      keys.push(key);
      if (answer === undefined || answer instanceof ClientError) throw answer ?? new Error("Expected no further request");
      return answer;
    },
    () => {
      made += 1;
      return `key-${made}`;
    },
  );
  return { submitter, keys };
}

describe("createSubmitter", () => {
  it("sends a lost request once more by itself, under the same key", async () => {
    const { submitter, keys } = submitterThat(connectionLost(), stored);
    expect(await submitter.submit(request)).toBe(stored);
    expect(keys).toEqual(["key-1", "key-1"]);
  });

  it("keeps the key when the same inputs are run again after the connection stayed lost", async () => {
    const { submitter, keys } = submitterThat(connectionLost(), connectionLost(), stored);
    await expect(submitter.submit(request)).rejects.toMatchObject({ code: "connection_lost" });
    await submitter.submit(request);
    expect(new Set(keys)).toEqual(new Set(["key-1"]));
  });

  it("takes a new key for other inputs, after a success and after a refusal", async () => {
    const { submitter, keys } = submitterThat(stored, stored, new ClientError("invalid_input", "no"), stored);
    await submitter.submit(request);
    await submitter.submit({ ...request, inputs: { prompt: "two boats" } });
    await expect(submitter.submit(request)).rejects.toMatchObject({ code: "invalid_input" });
    await submitter.submit(request);
    expect(new Set(keys).size).toBe(4);
  });

  it("keeps the key after a fault of the server, which may have begun the run", async () => {
    const { submitter, keys } = submitterThat(new ClientError("internal", "?"), stored);
    await expect(submitter.submit(request)).rejects.toMatchObject({ code: "internal" });
    await submitter.submit(request);
    expect(keys).toEqual(["key-1", "key-1"]);
  });

  it("takes copies of one request that are under way at once for different runs", async () => {
    const { submitter, keys } = submitterThat(stored, stored, stored);
    await Promise.all([submitter.submit(request, 0), submitter.submit(request, 1), submitter.submit(request, 0)]);
    expect(keys).toEqual(["key-1", "key-2", "key-1"]);
  });
});
