/** Words that were used before, and those that somebody keeps. */
import type { Page, Prompt } from "#lib/wire.ts";

export interface Prompts {
  list(request: {
    readonly after?: string;
    readonly limit: number;
    readonly search?: string;
    readonly savedOnly?: boolean;
    /** Only this person's own words, and those of a time when nobody was asked. */
    readonly personId?: string;
  }): Promise<Page<Prompt>>;
  save(text: string, personId: string | null): Promise<Prompt>;
  /** No longer kept; what was used stays in the history. */
  unsave(id: string): Promise<void>;
  /** Called with the words of every run of the studio. */
  remember(text: string, personId: string | null): Promise<void>;
}
