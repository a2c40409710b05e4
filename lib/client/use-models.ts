import useSWRImmutable from "swr/immutable";
import type { ModelEntry } from "#lib/models/model.ts";
import { type ModelsAnswer, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function useModels(): { readonly models: readonly ModelEntry[] | undefined; readonly error: ClientError | undefined } {
  const { data, error } = useSWRImmutable<ModelsAnswer, ClientError>(paths.models, fetchJson);
  return { models: data?.models, error };
}
