import { expect, it } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { describeApi } from "./openapi.ts";

const catalogue = createCatalogue();
const text = JSON.stringify(describeApi(catalogue, "http://127.0.0.1:3000"));
const document = JSON.parse(text);

it("describes a create for every model, with that model's own inputs", () => {
  for (const entry of catalogue.list()) {
    const body = document.paths[`/models/${entry.id}/predictions`].post.requestBody.content["application/json"].schema;
    expect(Object.keys(body.properties.input.properties)).toEqual(entry.fields.map((field) => field.name));
    expect(body.additionalProperties).toBe(false);
  }
});

it("refers to nothing that is not there", () => {
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path.split("/"));
  expect(references.length).toBeGreaterThan(0);
  for (const path of references)
    expect(
      path.reduce((place, step) => place?.[step], document),
      path.join("/"),
    ).toBeTypeOf("object");
});

it("gives every call a name of its own and an answer", () => {
  const calls = Object.values<Record<string, { operationId: string; responses: object }>>(document.paths).flatMap((path) =>
    Object.values(path),
  );
  expect(new Set(calls.map((call) => call.operationId)).size).toBe(calls.length);
  for (const call of calls) expect(Object.keys(call.responses).length).toBeGreaterThan(0);
});
