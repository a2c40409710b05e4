import useSWR from "swr";
import type { NewRemark, Remark, Review } from "#lib/review-wire.ts";
import { paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Others may speak on the same link, and it may end while it is looked at. */
const lookEveryMs = 20_000;

interface Entered {
  readonly shareId: string;
}

interface ReviewAnswer extends Partial<Entered> {
  readonly review: Review | undefined;
  readonly error: ClientError | undefined;
  send(remark: NewRemark): Promise<void>;
}

const shouldRetryOnError = (problem: ClientError) => problem.code !== "not_found";

/** By the secret of a link, once for each page: from then on a cookie says it. Null: not yet known. */
export function useReview(token: string | null): ReviewAnswer {
  const enter = () => fetchJson<Entered>(paths.reviewEntry, { method: "POST", body: { token } });
  const entered = useSWR<Entered, ClientError>(token === null ? null : [paths.reviewEntry, token], enter, {
    revalidateIfStale: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError,
  });
  const shareId = entered.data?.shareId;
  const { data, error, mutate } = useSWR<Review, ClientError>(shareId === undefined ? null : paths.review(shareId), fetchJson, {
    refreshInterval: lookEveryMs,
    shouldRetryOnError,
  });
  return {
    ...(shareId === undefined ? {} : { shareId }),
    review: data,
    error: entered.error ?? error,
    async send(remark) {
      const made = await fetchJson<Remark>(paths.remarks(shareId ?? ""), { method: "POST", body: remark });
      await mutate((review) => review && { ...review, remarks: [...review.remarks, made] });
    },
  };
}
