import useSWR from "swr";
import type { MadeShare, NewShare, Remark, Share } from "#lib/review-wire.ts";
import { paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Remarks come from other browsers, so the studio looks again now and then. */
const lookEveryMs = 30_000;

interface SharesAnswer {
  readonly shares: readonly Share[] | undefined;
  readonly error: ClientError | undefined;
  create(request: NewShare): Promise<MadeShare>;
  revoke(shareId: string): Promise<void>;
}

export function useShares(projectId: string): SharesAnswer {
  const key = paths.shares(projectId);
  const { data, error, mutate } = useSWR<{ readonly shares: readonly Share[] }, ClientError>(key, fetchJson, {
    refreshInterval: lookEveryMs,
    shouldRetryOnError: false,
  });
  return {
    shares: data?.shares,
    error,
    async create(request) {
      const made = await fetchJson<MadeShare>(key, { method: "POST", body: request });
      await mutate();
      return made;
    },
    async revoke(shareId) {
      await fetchJson<Share>(paths.share(shareId), { method: "DELETE" });
      await mutate();
    },
  };
}

export type RemarkMark = "approved" | "changes" | "remarks";

/** What others said about each edit, in a word: the last verdict, or that there is something to read. */
export function useRemarkMarks(projectId: string): ReadonlyMap<string, RemarkMark> {
  const { shares } = useShares(projectId);
  const remarks = (shares ?? []).flatMap((share) => share.remarks);
  return marksOf(remarks);
}

export function marksOf(remarks: readonly Remark[]): ReadonlyMap<string, RemarkMark> {
  const marks = new Map<string, RemarkMark>();
  const inTime = remarks.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  for (const { editId, verdict } of inTime) marks.set(editId, verdict ?? marks.get(editId) ?? "remarks");
  return marks;
}
