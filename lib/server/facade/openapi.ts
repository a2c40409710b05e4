/** The facade described as OpenAPI 3.1, written from the catalogue. */
import type { Catalogue } from "#lib/models/catalogue.ts";
import { inputSchema } from "#lib/models/schema.ts";

const json = (schema: unknown) => ({ "application/json": { schema } });
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (description: string, schema: unknown) => ({ description, content: json(schema) });
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: reference("Problem") } } });
const idParameter = { name: "prediction_id", in: "path", required: true, schema: { type: "string" } };

export function describeApi(catalogue: Catalogue, origin: string): Readonly<Record<string, unknown>> {
  const creates = catalogue.list().map((entry) => [
    `/models/${entry.id}/predictions`,
    {
      post: {
        operationId: `create.${entry.id.replaceAll(/[^\w]+/g, ".")}`,
        summary: `Run ${entry.title}: ${entry.purpose.en}`,
        parameters: [
          {
            name: "Prefer",
            in: "header",
            schema: { type: "string" },
            description: "wait or wait=n (1 to 60 s): hold the answer until it is done",
          },
        ],
        requestBody: {
          required: true,
          content: json({ type: "object", additionalProperties: false, required: ["input"], properties: { input: inputSchema(entry) } }),
        },
        responses: {
          201: answer("The prediction", reference("Prediction")),
          202: answer("The prediction, not done when the wait was over", reference("Prediction")),
          413: problem("The body is too large"),
          422: problem("The input is not valid"),
        },
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Pentimento's prediction API", version: "1", license: { name: "Apache-2.0" } },
    servers: [{ url: `${origin}/replicate/v1` }],
    paths: { ...Object.fromEntries(creates), ...commonPaths },
    components: { schemas: { Prediction: predictionSchema, Problem: problemSchema } },
  };
}

const commonPaths = {
  "/predictions": {
    get: {
      operationId: "predictions.list",
      parameters: [{ name: "cursor", in: "query", schema: { type: "string" } }],
      responses: {
        200: answer("Newest first, 100 a page", {
          type: "object",
          properties: {
            next: { type: ["string", "null"] },
            previous: { type: "null" },
            results: { type: "array", items: reference("Prediction") },
          },
        }),
      },
    },
    post: {
      operationId: "predictions.create",
      summary: "Run a model named by `version` as owner/name",
      requestBody: {
        required: true,
        content: json({
          type: "object",
          required: ["version", "input"],
          properties: { version: { type: "string" }, input: { type: "object" } },
        }),
      },
      responses: { 201: answer("The prediction", reference("Prediction")), 422: problem("The input is not valid") },
    },
  },
  "/predictions/{prediction_id}": {
    get: {
      operationId: "predictions.get",
      parameters: [idParameter],
      responses: { 200: answer("The prediction", reference("Prediction")), 404: problem("No such prediction") },
    },
  },
  "/predictions/{prediction_id}/cancel": {
    post: {
      operationId: "predictions.cancel",
      parameters: [idParameter],
      responses: { 200: answer("The prediction", reference("Prediction")), 404: problem("No such prediction") },
    },
  },
};

const optionalTime = { type: "string", format: "date-time" };
const predictionSchema = {
  type: "object",
  required: ["id", "model", "version", "status", "input", "output", "error", "logs", "data_removed", "created_at", "urls"],
  properties: {
    id: { type: "string" },
    model: { type: "string" },
    version: { type: "string" },
    status: { type: "string", enum: ["starting", "processing", "succeeded", "failed", "canceled"] },
    input: { type: "object" },
    output: { oneOf: [{ type: "null" }, { type: "string", format: "uri" }, { type: "array", items: { type: "string", format: "uri" } }] },
    error: { type: ["string", "null"] },
    logs: { type: "string" },
    data_removed: { type: "boolean" },
    source: { type: "string" },
    metrics: { type: "object" },
    created_at: optionalTime,
    started_at: optionalTime,
    completed_at: optionalTime,
    urls: { type: "object", properties: { get: { type: "string" }, cancel: { type: "string" }, web: { type: "string" } } },
  },
};

const problemSchema = {
  type: "object",
  required: ["detail", "status"],
  properties: {
    title: { type: "string" },
    detail: { type: "string" },
    status: { type: "integer" },
    invalid_fields: {
      type: "array",
      items: { type: "object", properties: { type: { type: "string" }, field: { type: "string" }, description: { type: "string" } } },
    },
  },
};
