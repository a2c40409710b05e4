/** A run written down: as data, and as the command that asks for it again through our own prediction API. */
import { isPictureId } from "#lib/ids.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import { type Edit, type Prediction, paths } from "#lib/wire.ts";

/** All that is known of how an edit came about: the run, and how its result was laid in. */
export function asJson({ fidelity }: Pick<Edit, "fidelity">, prediction: Prediction): string {
  const { model, provider, inputs, frame, seed, priceUsd, createdAt, startedAt, completedAt } = prediction;
  return JSON.stringify({ model, provider, inputs, frame, seed, fidelity, priceUsd, createdAt, startedAt, completedAt }, null, 2);
}

export function asCurl(
  { model, inputs, seed, parentEditId }: Pick<Prediction, "model" | "inputs" | "seed" | "parentEditId">,
  origin: string,
): string {
  if (model === enlargeModel.id && parentEditId !== null)
    return asRequest(`${origin}${paths.enlarge(parentEditId)}`, { factor: Number(inputs.factor) });
  const given = Object.entries(inputs).map(([name, value]) => {
    return [name, typeof value === "string" && isPictureId(value) ? `${origin}${paths.pictureFile(value)}` : value] as const;
  });
  const input = { ...Object.fromEntries(given), ...(seed === null ? {} : { seed }) };
  return asRequest(`${origin}/replicate/v1/models/${model}/predictions`, { input }, " -H 'prefer: wait'");
}

function asRequest(address: string, body: object, more = ""): string {
  const lines = [
    `curl -s -X POST ${quote(address)}`,
    `  -H 'content-type: application/json'${more}`,
    `  -d ${quote(JSON.stringify(body))}`,
  ];
  return lines.join(" \\\n");
}

/** For a shell: nothing inside is read as anything but itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
