import { createHash } from "node:crypto";
import type { Clock } from "#lib/server/clock.ts";
import type { PromptRecord, Records } from "#lib/server/storage/records.ts";
import type { Prompt } from "#lib/wire.ts";
import type { Prompts } from "./prompts.ts";

export function createPrompts({ records, clock }: { readonly records: Records; readonly clock: Clock }): Prompts {
  return {
    async list(request) {
      const { items, next } = await records.prompts.list(request);
      return { items: items.map(present), next };
    },
    save: async (text) => present(await records.prompts.save(named(text), clock.now())),
    unsave: (id) => records.prompts.unsave(id),
    async remember(text) {
      if (text.trim() !== "") await records.prompts.use(named(text), clock.now());
    },
  };
}

/** Named by their own letters: the same words are the same row. */
function named(text: string): Pick<PromptRecord, "id" | "text"> {
  const trimmed = text.trim();
  return { id: `prm_${createHash("sha256").update(trimmed).digest("hex").slice(0, 32)}`, text: trimmed };
}

function present({ id, text, lastAtMs, savedAtMs }: PromptRecord): Prompt {
  return { id, text, isSaved: savedAtMs !== null, lastAt: new Date(lastAtMs).toISOString() };
}
