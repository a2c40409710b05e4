/** Both ways to create a prediction through the facade: by the model's address, or by the body's version. */
import { AppError } from "#lib/errors.ts";
import { readPrefer } from "#lib/server/facade/prefer.ts";
import type { House } from "#lib/server/house.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { readIdempotencyKey } from "./idempotency-key.ts";
import { originOf } from "./origin-of.ts";
import { readText } from "./read-body.ts";
import { requireWithinRate } from "./within-rate.ts";

/** Room for three pictures as data URIs. */
const maxBodyBytes = 32 * 1024 * 1024;

export async function createFacadePrediction(
  house: House,
  request: Request,
  { model, caller }: { readonly model: string | null; readonly caller: Caller },
): Promise<Response> {
  await requireWithinRate(house, "runs", request, caller);
  const { waitMs, applied } = readPrefer(request.headers.get("prefer"));
  const { prediction, isOver } = await house.facade.create({
    model,
    caller,
    body: parse(await readText(request, maxBodyBytes)),
    origin: originOf(request),
    idempotencyKey: readIdempotencyKey(request),
    waitMs,
    signal: request.signal,
  });
  const headers: Record<string, string> = applied === null ? {} : { "preference-applied": applied };
  return Response.json(prediction, { status: applied !== null && !isOver ? 202 : 201, headers });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = text.trim() === "" ? "EOF" : error instanceof Error ? error.message : "";
    throw new AppError("bad_request", `Failed to parse request body as JSON: ${reason}`, { cause: error });
  }
}
