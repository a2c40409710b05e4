/** Which tables a database has and which of them refer to which, read from the database itself: a new table is never forgotten. */
import { type Kysely, sql } from "kysely";
import type { Store } from "../records/tables.ts";

/** Rows as they lie in the database, whatever its tables are. */
export type AnyTables = Record<string, Record<string, unknown>>;

export interface TableFacts {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the primary key, in its order. */
  readonly key: readonly string[];
  /** The column by which rows refer to others of the same table. */
  readonly parentColumn: string | null;
}

interface Reference {
  readonly child: string;
  readonly parent: string;
  readonly column: string;
}

/** Those that are referred to come first. */
export async function describeTables({ db, dialect }: Store): Promise<readonly TableFacts[]> {
  const plain = asAny(db);
  const tables = await plain.introspection.getTables();
  const references = await (dialect === "postgres" ? postgresReferences(plain) : sqliteReferences(plain));
  const facts: TableFacts[] = [];
  for (const { name, columns } of tables) {
    const key = await (dialect === "postgres" ? postgresKey(plain, name) : sqliteKey(plain, name));
    const own = references.find(({ child, parent }) => child === name && parent === name);
    facts.push({ name, columns: columns.map((column) => column.name).sort(), key, parentColumn: own?.column ?? null });
  }
  return inOrder(facts, references);
}

/** The migrations that made the tables what they are; none where there are no tables. */
export async function listMigrations({ db }: Store): Promise<readonly string[]> {
  const plain = asAny(db);
  const tables = await plain.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return [];
  const rows = await plain.selectFrom("kysely_migration").select("name").orderBy("name").execute();
  return rows.map(({ name }) => String(name));
}

export function asAny(db: Store["db"]): Kysely<AnyTables> {
  return db.withoutPlugins() as unknown as Kysely<AnyTables>;
}

function inOrder(facts: readonly TableFacts[], references: readonly Reference[]): readonly TableFacts[] {
  const ordered: TableFacts[] = [];
  const left = new Map(facts.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((table) => [table.name, table]));
  while (left.size > 0) {
    const waits = (name: string) => references.some(({ child, parent }) => child === name && parent !== name && left.has(parent));
    const next = [...left.values()].find(({ name }) => !waits(name));
    if (!next) throw new Error("Expected tables of which one can be filled first but they refer to each other in a circle");
    left.delete(next.name);
    ordered.push(next);
  }
  return ordered;
}

async function sqliteReferences(db: Kysely<AnyTables>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select tables.name as child, keys."table" as parent, keys."from" as "column"
    from sqlite_master as tables join pragma_foreign_key_list(tables.name) as keys where tables.type = 'table'`.execute(db);
  return rows;
}

async function postgresReferences(db: Kysely<AnyTables>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select child.relname as child, parent.relname as parent, attribute.attname as "column"
    from pg_constraint as reference
    join pg_class as child on child.oid = reference.conrelid
    join pg_class as parent on parent.oid = reference.confrelid
    join pg_attribute as attribute on attribute.attrelid = child.oid and attribute.attnum = reference.conkey[1]
    where reference.contype = 'f' and child.relnamespace = current_schema()::regnamespace`.execute(db);
  return rows;
}

async function sqliteKey(db: Kysely<AnyTables>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
  return rows.map(({ name }) => name);
}

async function postgresKey(db: Kysely<AnyTables>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attribute.attname as name
    from pg_index as index
    join pg_class as class on class.oid = index.indrelid
    cross join unnest(index.indkey) with ordinality as part (attnum, place)
    join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = part.attnum
    where index.indisprimary and class.relname = ${table} and class.relnamespace = current_schema()::regnamespace
    order by part.place`.execute(db);
  return rows.map(({ name }) => name);
}
