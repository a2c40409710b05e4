/**
 * Brings the tables up to date. All of it is one transaction that begins by locking out every other process, so that ten
 * that start at once on an empty database do it once, and one that is killed half-way leaves nothing.
 */
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Store } from "../records/tables.ts";
import { first } from "./001-first.ts";
import { fidelity } from "./002-fidelity.ts";
import { starsAndSearch } from "./003-stars-and-search.ts";
import { prompts } from "./004-prompts.ts";
import { shares } from "./005-shares.ts";
import { replaysAndNotes } from "./006-replays-and-notes.ts";
import { people } from "./007-people.ts";
import { ledger } from "./008-ledger.ts";
import { privateProjects } from "./009-private-projects.ts";
import { identities } from "./010-identities.ts";
import { oneIdentityOfEachIssuer } from "./011-one-identity-of-each-issuer.ts";
import { proofs } from "./012-proofs.ts";

/** Any number, as long as it stays the same and no other program on the same Postgres uses it. */
const lockNumber = 7_364_172_055_001;

/** `upTo` names the last one that is wanted. */
export async function migrate({ db, dialect }: Store, upTo?: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // On SQLite the transaction itself keeps the others out: it begins as a writing one.
    if (dialect === "postgres") await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(trx);
    const migrations = {
      "001-first": first(dialect),
      "002-fidelity": fidelity(),
      "003-stars-and-search": starsAndSearch(),
      "004-prompts": prompts(dialect),
      "005-shares": shares(dialect),
      "006-replays-and-notes": replaysAndNotes(dialect),
      "007-people": people(dialect),
      "008-ledger": ledger(dialect),
      "009-private-projects": privateProjects(dialect),
      "010-identities": identities(dialect),
      "011-one-identity-of-each-issuer": oneIdentityOfEachIssuer(),
      "012-proofs": proofs(dialect),
    };
    const provider = { getMigrations: async () => migrations };
    const migrator = new Migrator({ db: trx, provider });
    const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
    if (error) throw error;
  });
}
