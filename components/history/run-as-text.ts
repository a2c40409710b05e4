/** A run written down: as data, and as the command that asks for it again through our own prediction API. */
import { isPictureId } from "#lib/ids.ts";
import { type Prediction, paths } from "#lib/wire.ts";

export function asJson({ model, provider, inputs, frame, seed, priceUsd, createdAt, startedAt, completedAt }: Prediction): string {
  return JSON.stringify({ model, provider, inputs, frame, seed, priceUsd, createdAt, startedAt, completedAt }, null, 2);
}

export function asCurl({ model, inputs, seed }: Pick<Prediction, "model" | "inputs" | "seed">, origin: string): string {
  const given = Object.entries(inputs).map(([name, value]) => {
    return [name, typeof value === "string" && isPictureId(value) ? `${origin}${paths.pictureFile(value)}` : value] as const;
  });
  const input = { ...Object.fromEntries(given), ...(seed === null ? {} : { seed }) };
  return [
    `curl -s -X POST ${quote(`${origin}/replicate/v1/models/${model}/predictions`)}`,
    "  -H 'content-type: application/json' -H 'prefer: wait'",
    `  -d ${quote(JSON.stringify({ input }))}`,
  ].join(" \\\n");
}

/** For a shell: nothing inside is read as anything but itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
