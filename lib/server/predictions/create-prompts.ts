import { createHash } from "node:crypto";
import type { Clock } from "#lib/server/clock.ts";
import type { NewPrompt, PromptRecord, Records } from "#lib/server/storage/records.ts";
import type { Prompt } from "#lib/wire.ts";
import type { Prompts } from "./prompts.ts";

export function createPrompts({ records, clock }: { readonly records: Records; readonly clock: Clock }): Prompts {
  return {
    async list(request) {
      const { items, next } = await records.prompts.list(request);
      return { items: items.map(present), next };
    },
    save: async (text, personId) => present(await records.prompts.save(named(text, personId), clock.now())),
    unsave: (id) => records.prompts.unsave(id),
    async remember(text, personId) {
      if (text.trim() !== "") await records.prompts.use(named(text, personId), clock.now());
    },
  };
}

/** Named by their own letters: the same words of the same person are the same row. */
function named(text: string, personId: string | null): NewPrompt {
  const trimmed = text.trim();
  const whose = personId === null ? "" : `${personId}\n`;
  const id = `prm_${createHash("sha256").update(`${whose}${trimmed}`).digest("hex").slice(0, 32)}`;
  return { id, text: trimmed, ...(personId === null ? {} : { personId }) };
}

function present({ id, text, lastAtMs, savedAtMs }: PromptRecord): Prompt {
  return { id, text, isSaved: savedAtMs !== null, lastAt: new Date(lastAtMs).toISOString() };
}
