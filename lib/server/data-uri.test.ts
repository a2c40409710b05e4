import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { decodeDataUri, fileToDataUri } from "./data-uri.ts";

it("turns a file into a data URI and back", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-data-uri-"));
  const file = path.join(folder, "picture");
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  await writeFile(file, bytes);
  const uri = await fileToDataUri(file, "image/webp");
  expect(uri.startsWith("data:image/webp;base64,AAEC")).toBe(true);
  expect(decodeDataUri(uri)).toEqual(bytes);
  await rm(folder, { recursive: true });
});

it.each([
  ["data:image/png;base64,aGVsbG8=", "hello"],
  ["data:;base64,aGVsbG8", "hello"],
  ["DATA:image/png;name=x;BASE64,aGVs\nbG8=", "hello"],
])("decodes %j", (uri, expected) => expect(decodeDataUri(uri)?.toString()).toBe(expected));

it.each(["data:image/png,plain", "data:image/png;base64,", "data:image/png;base64,%%%", "data:image/png;base64", "https://x/", ""])(
  "refuses %j",
  (uri) => expect(decodeDataUri(uri)).toBeNull(),
);
