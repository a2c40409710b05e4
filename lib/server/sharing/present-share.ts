/** Links and remarks as browsers see them. */
import type { Remark, Share } from "#lib/review-wire.ts";
import type { NoteRecord, RemarkRecord, ShareRecord } from "#lib/server/storage/records.ts";

const toIso = (ms: number) => new Date(ms).toISOString();

export function stateOf({ revokedAtMs, expiresAtMs }: ShareRecord, nowMs: number): Share["state"] {
  if (revokedAtMs !== null) return "revoked";
  return expiresAtMs !== null && expiresAtMs <= nowMs ? "expired" : "open";
}

/** What the studio said to remarks and which of them are settled. */
export interface Replies {
  readonly notes: readonly NoteRecord[];
  readonly settled: ReadonlyMap<string, number>;
}

export const noReplies: Replies = { notes: [], settled: new Map() };

export function toWireShare(record: ShareRecord, remarks: readonly RemarkRecord[], replies: Replies, nowMs: number): Share {
  const { id, editId, createdAtMs, expiresAtMs } = record;
  return {
    ...{ id, editId, state: stateOf(record, nowMs), createdAt: toIso(createdAtMs) },
    expiresAt: expiresAtMs === null ? null : toIso(expiresAtMs),
    remarks: remarks.filter(({ shareId }) => shareId === id).map((remark) => toWireRemark(remark, replies)),
  };
}

type Spoken = Pick<RemarkRecord, "id" | "editId" | "author" | "text" | "x" | "y" | "verdict" | "createdAtMs">;

export function toWireRemark({ id, editId, author, text, x, y, verdict, createdAtMs }: Spoken, { notes, settled }: Replies): Remark {
  const settledAtMs = settled.get(id);
  return {
    ...{ id, editId, author, text, at: x === null || y === null ? null : { x, y }, verdict, createdAt: toIso(createdAtMs) },
    answers: notes
      .filter(({ answeredId }) => answeredId === id)
      .map((answer) => ({ id: answer.id, text: answer.text, createdAt: toIso(answer.createdAtMs) })),
    settledAt: settledAtMs === undefined ? null : toIso(settledAtMs),
  };
}
