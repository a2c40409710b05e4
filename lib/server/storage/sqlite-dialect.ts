/**
 * Kysely over node:sqlite: one connection (Kysely lends it to one transaction or query at a time), every commit on disk
 * before it is answered. Another process that is writing is waited for without blocking this one: SQLite's own waiting
 * would stop the whole event loop and, with a second opening in this process, could never end.
 */
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

const patienceMs = 10_000;
const longestPauseMs = 16;
const busyCode = 5;

export function createSqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new NodeSqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite can create tables inside a transaction; Kysely's own adapter is only careful about it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #file: string;
  #connection: NodeSqliteConnection | undefined;
  #lent: PromiseWithResolvers<void> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async init(): Promise<void> {
    const connection = new NodeSqliteConnection(new DatabaseSync(this.#file, { timeout: 0, enableForeignKeyConstraints: true }));
    this.#connection = connection;
    for (const setting of ["journal_mode = wal", "synchronous = full"]) await connection.run(`pragma ${setting}`);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection) throw new Error("Expected an open database but it is closed");
    this.#lent = Promise.withResolvers();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#lent?.resolve();
    this.#lent = undefined;
  }

  /** Immediate: a transaction that starts by reading and writes later could be refused half-way. */
  async beginTransaction(): Promise<void> {
    await this.#connection?.run("begin immediate");
  }

  async commitTransaction(): Promise<void> {
    await this.#connection?.run("commit");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk ends a transaction by itself.
    if (this.#connection?.isInTransaction) await this.#connection.run("rollback");
  }

  /** Lets a transaction under way end: closing under it would undo it. */
  async destroy(): Promise<void> {
    while (this.#lent) await this.#lent.promise;
    this.#connection?.close();
    this.#connection = undefined;
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async run(statement: string): Promise<void> {
    await this.executeQuery(CompiledQuery.raw(statement));
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const wasInTransaction = this.isInTransaction;
    const untilMs = Date.now() + patienceMs;
    for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        return this.#execute<Row>(sql, parameters as readonly SQLInputValue[]);
      } catch (error) {
        // Were the transaction gone, its rest would be written without its beginning.
        if (!isBusy(error) || Date.now() > untilMs || wasInTransaction !== this.isInTransaction) throw error;
      }
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }

  #execute<Row>(sql: string, parameters: readonly SQLInputValue[]): QueryResult<Row> {
    const statement = this.#database.prepare(sql);
    if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  close(): void {
    this.#database.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" && (error.errcode & 0xff) === busyCode;
}
