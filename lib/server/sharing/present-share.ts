/** Links and remarks as browsers see them. */
import type { Remark, Share } from "#lib/review-wire.ts";
import type { RemarkRecord, ShareRecord } from "#lib/server/storage/records.ts";

const toIso = (ms: number) => new Date(ms).toISOString();

export function stateOf({ revokedAtMs, expiresAtMs }: ShareRecord, nowMs: number): Share["state"] {
  if (revokedAtMs !== null) return "revoked";
  return expiresAtMs !== null && expiresAtMs <= nowMs ? "expired" : "open";
}

export function toWireShare(record: ShareRecord, remarks: readonly RemarkRecord[], nowMs: number): Share {
  const { id, editId, createdAtMs, expiresAtMs } = record;
  return {
    ...{ id, editId, state: stateOf(record, nowMs), createdAt: toIso(createdAtMs) },
    expiresAt: expiresAtMs === null ? null : toIso(expiresAtMs),
    remarks: remarks.filter(({ shareId }) => shareId === id).map(toWireRemark),
  };
}

export function toWireRemark({ id, editId, author, text, x, y, verdict, createdAtMs }: RemarkRecord): Remark {
  return { id, editId, author, text, at: x === null || y === null ? null : { x, y }, verdict, createdAt: toIso(createdAtMs) };
}
