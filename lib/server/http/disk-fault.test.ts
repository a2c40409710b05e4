import { expect, it } from "vitest";
import { nameDiskFault } from "./disk-fault.ts";

const fault = (fields: object, cause?: unknown) => Object.assign(new Error("x", { cause }), fields);

it.each([
  [fault({ code: "ENOSPC" }), "storage_full"],
  [fault({ code: "ERR_SQLITE_ERROR", errcode: 13 }), "storage_full"],
  [new Error("could not store", { cause: fault({ code: "EDQUOT" }) }), "storage_full"],
  [fault({ code: "EFBIG" }), "storage_full"],
  [fault({ code: "EIO" }), "storage_unavailable"],
  [fault({ code: "ERR_SQLITE_ERROR", errcode: 1034 }), "storage_unavailable"],
  [fault({ code: "ENOENT" }), undefined],
  [fault({ code: "ERR_SQLITE_ERROR", errcode: 19 }), undefined],
  ["ENOSPC", undefined],
])("%s is %s", (error, code) => {
  expect(nameDiskFault(error)?.code).toBe(code);
});
