import { AppError } from "#lib/errors.ts";
import { apiProjectId } from "#lib/ids.ts";
import type { Records } from "#lib/server/storage/records.ts";
import type { Caller } from "./people.ts";
import type { Sight } from "./sight.ts";

const idForm = /^[a-z]{3}_\w+$/;

export function createSight(records: Pick<Records, "sight">, { asksWho }: { readonly asksWho: boolean }): Sight {
  async function hidden({ person }: Caller, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return person === null || ids.length === 0 ? new Set() : records.sight.hiddenFrom(person.id, ids);
  }

  return {
    async require(caller, value) {
      const [id] = await hidden(caller, [...idsIn(value)]);
      if (id !== undefined) throw unknown(id, caller);
    },

    async allowed(caller, ids) {
      const away = await hidden(caller, ids);
      return new Set(ids.filter((id) => !away.has(id)));
    },

    async requireOfFacade(pictureId) {
      if (asksWho && !(await records.sight.isHeldByOneOf(pictureId, apiProjectId))) throw unknown(pictureId);
    },
  };
}

function unknown(id: string, caller?: Caller): AppError {
  const refusedTo = caller?.person ? { refusedTo: caller.person.id } : {};
  return new AppError("not_found", `Expected the id of something that is there but received "${id.slice(0, 80)}"`, refusedTo);
}

/** Ids say what they name, so that wherever one stands in a request it is known for one. */
function* idsIn(value: unknown): Iterable<string> {
  if (typeof value === "string") {
    if (idForm.test(value)) yield value;
  } else if (value !== null && typeof value === "object") {
    for (const item of Object.values(value)) yield* idsIn(item);
  }
}
