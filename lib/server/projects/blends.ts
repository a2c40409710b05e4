/** Results joined with their originals anew, without a run. The interface; create-blends.ts is behind it. */
import type { Edit } from "#lib/wire.ts";

export interface BlendRequest {
  /** How much of the result comes over: a stored grey picture of the edit's size. Null: as it was. */
  readonly alphaId: string | null;
  readonly softnessPx: number;
  /** 0..1 */
  readonly colourMatch: number;
  /** All of the result, whatever the mask says. */
  readonly whole: boolean;
}

export interface Blends {
  /**
   * Throws not_found, and invalid_input where there is nothing to join or the mask does not fit.
   * `madeId` is settled by whoever may have to ask again: what is there already is answered as it is.
   */
  blend(editId: string, request: BlendRequest, options?: { readonly signal?: AbortSignal; readonly madeId?: string }): Promise<Edit>;
}
