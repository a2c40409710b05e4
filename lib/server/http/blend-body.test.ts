import { expect, it } from "vitest";
import { isAppError } from "#lib/errors.ts";
import { blendBody } from "./bodies.ts";
import { readJson } from "./read-json.ts";

const plain = { alphaId: null, softnessPx: 0, colourMatch: 1, whole: false };

const read = (body: unknown) =>
  readJson(
    new Request("http://localhost/", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    blendBody,
  );

it("takes what the sliders of a blend can say", async () => {
  expect(await read({ ...plain, softnessPx: 64 })).toEqual({ ...plain, softnessPx: 64 });
});

it.each([
  ["softnessPx", { ...plain, softnessPx: 65 }, "number_lte"],
  ["softnessPx", { ...plain, softnessPx: -1 }, "number_gte"],
  ["colourMatch", { ...plain, colourMatch: 1.1 }, "number_lte"],
  ["colourMatch", { ...plain, colourMatch: "1" }, "type"],
  ["alphaId", { softnessPx: 0, colourMatch: 0, whole: false }, "required"],
  ["whole", { ...plain, whole: "yes" }, "type"],
  ["more", { ...plain, more: 1 }, "unknown"],
])("refuses %s of %j by the rule %s", async (field, body, rule) => {
  const error: unknown = await read(body).catch((cause: unknown) => cause);
  expect(isAppError(error) && [error.status, error.faults[0]?.field, error.faults[0]?.rule]).toEqual([422, field, rule]);
});
