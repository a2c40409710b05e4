/** What may be seen by whom. In one-person mode everything by everybody; otherwise a private project only by whoever made it. */
import type { Caller } from "./people.ts";

export interface Sight {
  /** Refuses, as if it were not there, what is named by its id anywhere in `value` and is not for the caller's eyes. */
  require(caller: Caller, value: unknown): Promise<void>;
  /** Those that are for the caller's eyes, and those that are not there at all. */
  allowed(caller: Caller, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Refuses a picture that neither came nor went by the facade, whose pictures are fetched without a token by those who know their names. */
  requireOfFacade(pictureId: string): Promise<void>;
}
