/** A disk that is full or broken, told from a fault of ours: a person can do something about it, and has to know that nothing was saved. */
import { AppError } from "#lib/errors.ts";

const full: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG"];
const unwell: readonly unknown[] = ["EIO", "EROFS", "EMFILE", "ENFILE", "ESTALE"];
/** SQLITE_FULL; and SQLITE_READONLY, SQLITE_IOERR and SQLITE_CANTOPEN: the low byte says which kind of it. */
const sqliteFull = 13;
const sqliteUnwell: readonly number[] = [8, 10, 14];

export function nameDiskFault(error: unknown): AppError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current ? current.code : null;
    const sqlite = "errcode" in current && typeof current.errcode === "number" ? current.errcode & 0xff : null;
    if (full.includes(code) || sqlite === sqliteFull)
      return new AppError("storage_full", "Expected room on the disk but it is full", { cause: error });
    if (unwell.includes(code) || (sqlite !== null && sqliteUnwell.includes(sqlite)))
      return new AppError("storage_unavailable", "Expected a disk that can be written but it cannot", { cause: error });
  }
  return null;
}
