import { expect, test } from "vitest";
import type { Records } from "../records.ts";
import { samplePicture, startMs } from "./sample-records.ts";

export function describePictures(one: () => Records, other: () => Records): void {
  test("a picture reads as it was written", async () => {
    for (const hasAlpha of [true, false]) {
      const picture = samplePicture({ hasAlpha, sourceSha256: "c".repeat(64) });
      expect(await one().pictures.put(picture)).toEqual(picture);
      expect(await other().pictures.get(picture.id)).toEqual(picture);
    }
    expect(await one().pictures.get("pic_none")).toBeNull();
  });

  test("the same picture twice, at once or later, is one row and answers the stored one", async () => {
    const picture = samplePicture();
    const twins = Array.from({ length: 20 }, (_, index) => ({ ...picture, createdAtMs: startMs + index }));
    const answers = await Promise.all(twins.map((twin, index) => (index % 2 ? one() : other()).pictures.put(twin)));
    const stored = await one().pictures.get(picture.id);
    for (const answer of answers) expect(answer).toEqual(stored);
    expect(await one().pictures.put({ ...picture, createdAtMs: startMs + 999 })).toEqual(stored);
  });

  test("many pictures are answered in the order asked for, without those that are missing, however many are asked for", async () => {
    const pictures = Array.from({ length: 3 }, () => samplePicture());
    for (const picture of pictures) await one().pictures.put(picture);
    const ids = pictures.map((picture) => picture.id).reverse();
    const missing = Array.from({ length: 40_000 }, (_, index) => `pic_missing_${index}`);
    expect((await one().pictures.getMany([...missing, ...ids, ...ids])).map((picture) => picture.id)).toEqual(ids);
    expect(await one().pictures.getMany([])).toEqual([]);
  });

  test("a hash is referenced when it is a picture's own or its source's", async () => {
    const source = "d".repeat(64);
    const picture = samplePicture({ sourceSha256: source });
    await one().pictures.put(picture);
    expect(await other().pictures.referenced([picture.sha256, source, "e".repeat(64)])).toEqual(new Set([picture.sha256, source]));
    expect(await other().pictures.referenced([])).toEqual(new Set());
  });
}
