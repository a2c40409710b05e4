/** Recomposes a result with its original on the server: nothing is run again and nothing is paid. */
import { type Edit, paths } from "#lib/wire.ts";
import { fetchJson } from "./fetch-json.ts";

export interface BlendRequest {
  /** How much of the result comes over, as a grey picture; null: what the server found. */
  readonly alphaId: string | null;
  readonly softnessPx: number;
  /** 0..1 */
  readonly colourMatch: number;
  readonly whole: boolean;
}

export function blendEdit(editId: string, body: BlendRequest): Promise<Edit> {
  return fetchJson<Edit>(paths.blend(editId), { method: "POST", body });
}
