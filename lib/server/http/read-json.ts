/** A small JSON body, checked against its shape; every fault is named by its field. */
import type { z } from "zod";
import { AppError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { readText } from "./read-body.ts";

/** Ours are small: pictures are uploaded on their own. */
const maxJsonBytes = 256 * 1024;
const longestName = 80;

export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new AppError("bad_request", `Expected application/json for Content-Type but received "${type.slice(0, longestName)}"`);
  const result = schema.safeParse(parse(await readText(request, maxJsonBytes)));
  if (result.success) return result.data;
  const [first, ...rest] = result.error.issues.flatMap(toFaults);
  throw first ? invalidInput(first, ...rest) : new AppError("bad_request", "Expected another body");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("bad_request", `Expected JSON for the body but received something else`, { cause: error });
  }
}

function toFaults(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, 20).map((key) => {
      const name = key.slice(0, longestName);
      return { field: name, rule: "unknown", message: `Expected only known fields but received ${name}` };
    });
  }
  const field = issue.path.join(".").slice(0, longestName) || "body";
  const [, expected, received] = /expected (\S+), received (.+)$/.exec(issue.message) ?? [];
  if (expected && received) {
    const rule = received === "undefined" ? "required" : "type";
    return [{ field, rule, message: `Expected a value of type ${expected} for ${field} but received ${received}` }];
  }
  if (issue.code === "too_big" && issue.origin === "number")
    return [{ field, rule: "number_lte", message: `Expected at most ${issue.maximum} for ${field} but received more` }];
  if (issue.code === "too_small" && issue.origin === "number")
    return [{ field, rule: "number_gte", message: `Expected at least ${issue.minimum} for ${field} but received less` }];
  if (issue.code === "too_big")
    return [{ field, rule: "number_lte", message: `Expected at most ${issue.maximum} characters for ${field} but received more` }];
  if (issue.code === "too_small")
    return [{ field, rule: "required", message: `Expected at least ${issue.minimum} characters for ${field} but received fewer` }];
  return [{ field, rule: "type", message: `Expected another value for ${field}` }];
}
