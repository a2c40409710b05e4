/** A small JSON body, checked against its shape; every fault is named by its field. */
import type { z } from "zod";
import { AppError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { readText } from "./read-body.ts";

/** Ours are small: pictures are uploaded on their own. */
const maxJsonBytes = 256 * 1024;

export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new AppError("bad_request", `Expected application/json for Content-Type but received "${type.slice(0, 80)}"`);
  const result = schema.safeParse(parse(await readText(request, maxJsonBytes)));
  if (result.success) return result.data;
  const [first, ...rest] = result.error.issues.map((issue): FieldFault => {
    const field = issue.path.join(".") || ("keys" in issue ? String(issue.keys[0]) : "body");
    return { field, rule: issue.code === "unrecognized_keys" ? "unknown" : "type", message: `${issue.message} for ${field}` };
  });
  throw first ? invalidInput(first, ...rest) : new AppError("bad_request", "Expected another body");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("bad_request", `Expected JSON but received something else: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}
