import useSWR from "swr";
import type { NewRemark, Remark, Review } from "#lib/review-wire.ts";
import { paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Others may speak on the same link, and it may end while it is looked at. */
const lookEveryMs = 20_000;

interface ReviewAnswer {
  readonly review: Review | undefined;
  readonly error: ClientError | undefined;
  send(remark: NewRemark): Promise<void>;
}

export function useReview(token: string): ReviewAnswer {
  const { data, error, mutate } = useSWR<Review, ClientError>(paths.review(token), fetchJson, {
    refreshInterval: lookEveryMs,
    shouldRetryOnError: (problem: ClientError) => problem.code !== "not_found",
  });
  return {
    review: data,
    error,
    async send(remark) {
      const made = await fetchJson<Remark>(paths.remarks(token), { method: "POST", body: remark });
      await mutate((review) => review && { ...review, remarks: [...review.remarks, made] });
    },
  };
}
