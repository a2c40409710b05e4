/** Asks for a larger copy of an edit's picture; it is made on the studio's own machine and costs nothing. */
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import { type Prediction, paths } from "#lib/wire.ts";
import { fetchJson } from "./fetch-json.ts";
import { newKey } from "./new-key.ts";

export function enlargeEdit(editId: string, times: EnlargeTimes): Promise<Prediction> {
  return fetchJson<Prediction>(paths.enlarge(editId), {
    method: "POST",
    body: { factor: times },
    headers: { "idempotency-key": newKey() },
  });
}
