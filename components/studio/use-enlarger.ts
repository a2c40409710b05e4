"use client";

import { canEnlarge, type EnlargeTimes, enlargeModel } from "#lib/models/enlarge.ts";
import type { Edit, Prediction } from "#lib/wire.ts";

interface Enlarger {
  /** While a run enlarges the open edit. */
  readonly isBusy: boolean;
  /** Null where there is nothing to do. */
  readonly by: Readonly<Record<EnlargeTimes, (() => void) | null>>;
}

export function useEnlarger(
  open: Edit | null,
  running: readonly Prediction[],
  enlarge: (editId: string, times: EnlargeTimes) => Promise<void>,
): Enlarger {
  const isBusy = running.some(({ model, parentEditId }) => model === enlargeModel.id && parentEditId === open?.id);
  const command = (times: EnlargeTimes) =>
    open !== null && !isBusy && canEnlarge(open.picture, times) ? () => void enlarge(open.id, times) : null;
  return { isBusy, by: { 2: command(2), 4: command(4) } };
}
