import { sql } from "kysely";
import type { NewPrompt, PromptRecord, Records } from "../records.ts";
import { toPage } from "./keyset.ts";
import type { PromptRow, Store } from "./tables.ts";

/** Whose words are where nobody is asked who they are. */
const nobody = "";

export function createPromptRecords({ db }: Store): Records["prompts"] {
  async function put({ id, text, personId }: NewPrompt, nowMs: number, column: "usedAtMs" | "savedAtMs"): Promise<PromptRecord> {
    const atMs = Math.round(nowMs);
    const row = {
      id,
      text,
      personId: personId ?? nobody,
      folded: fold(text),
      lastAtMs: atMs,
      usedAtMs: null,
      savedAtMs: null,
      [column]: atMs,
    };
    const stored = await db
      .insertInto("prompts")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ lastAtMs: atMs, [column]: atMs }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toPrompt(stored);
  }

  return {
    use: (prompt, nowMs) => put(prompt, nowMs, "usedAtMs"),
    save: (prompt, nowMs) => put(prompt, nowMs, "savedAtMs"),

    async unsave(id) {
      await db.deleteFrom("prompts").where("id", "=", id).where("usedAtMs", "is", null).execute();
      await db.updateTable("prompts").set({ savedAtMs: null }).where("id", "=", id).execute();
    },

    async list({ after, limit, personId, search = "", savedOnly }) {
      let query = db
        .selectFrom("prompts")
        .selectAll()
        .orderBy("lastAtMs", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (personId !== undefined) query = query.where("personId", "in", [nobody, personId]);
      if (savedOnly) query = query.where("savedAtMs", "is not", null);
      for (const word of fold(search).split(/\s+/).filter(Boolean)) {
        query = query.where(sql<boolean>`folded like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`);
      }
      if (after !== undefined) {
        query = query.where(
          sql<boolean>`(last_at_ms, id) < (select last.last_at_ms, last.id from prompts as last where last.id = ${after})`,
        );
      }
      return toPage((await query.execute()).map(toPrompt), limit);
    },
  };
}

function toPrompt({ folded, personId, ...prompt }: PromptRow): PromptRecord {
  return prompt;
}

/** The databases fold letters each in their own way, and SQLite only those of English. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
