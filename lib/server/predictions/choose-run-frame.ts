/** Settles, before anybody is asked, which part of the picture a run with a mask shows its model. */
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { chooseFrame, type FrameRequest, frameFor, isExpanding, noExpansion } from "#lib/models/choose-frame.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import type { MaskFacts } from "#lib/server/darkroom/darkroom.ts";
import type { PictureRecord } from "#lib/server/storage/records.ts";
import type { Box, Frame } from "#lib/wire.ts";
import type { StartRequest } from "./predictions.ts";

export interface GivenPictures {
  /** By field name. */
  readonly pictures: ReadonlyMap<string, PictureRecord>;
  readonly masks: ReadonlyMap<string, MaskFacts>;
}

/** Others' API sends what it was given as it is; our own studio pastes what comes back. */
export function isFramed({ via }: Pick<StartRequest, "via">): boolean {
  return via === "studio";
}

/** A border that is new needs no mask to be painted. */
export function withOptionalMask(entry: ModelEntry, { expand = noExpansion }: Pick<StartRequest, "expand">): ModelEntry {
  if (!isExpanding(expand)) return entry;
  const fields = entry.fields.map((field) => {
    if (field.kind !== "mask") return field;
    const { required: _, ...optional } = field;
    return optional;
  });
  return { ...entry, fields };
}

export function chooseRunFrame(entry: ModelEntry, request: StartRequest, { pictures, masks }: GivenPictures): Frame | null {
  const { box, expand = noExpansion } = request;
  const field = maskFieldOf(entry);
  if (!isFramed(request) || field === null) {
    refuseWithoutMask(box === undefined ? [] : ["box"], isExpanding(expand) ? ["expand"] : []);
    return null;
  }
  const picture = pictures.get(field.of);
  const mask = masks.get(field.name);
  if (!picture || (!mask && !isExpanding(expand))) {
    refuseWithoutMask(box === undefined ? [] : ["box"]);
    return null;
  }
  const painted = mask?.painted ? onPicture(mask.painted, mask, picture) : null;
  if (painted === null && !isExpanding(expand)) {
    const message = `Expected some white, which is repainted, for ${field.name} but received an almost black mask`;
    throw invalidInput({ field: field.name, rule: "conflict", message });
  }
  const asked: FrameRequest = { picture, painted, expand, rule: entry.workingSize };
  return box === undefined ? chooseFrame(asked) : frameFor(asked, box);
}

/** What a pasted result asks of the model unless the person chose otherwise: the size it was shown, and no loss. */
const wanted: readonly (readonly [name: string, value: string])[] = [
  ["megapixels", "match_input"],
  ["output_format", "png"],
];

export function withFrameDefaults(entry: ModelEntry, inputs: Inputs): Inputs {
  const unchosen = wanted.filter(([name, value]) => {
    const field = entry.fields.find((one) => one.name === name);
    if (field?.kind !== "choice" || !field.options.includes(value)) return false;
    // A form sends what it begins with: that is no choice either.
    return inputs[name] === undefined || inputs[name] === (field.proposed ?? field.default);
  });
  return { ...inputs, ...Object.fromEntries(unchosen) };
}

/** A mask may have been painted on a smaller copy. */
function onPicture(painted: Box, mask: MaskFacts, { width, height }: PictureRecord): Box {
  const [across, down] = [width / mask.width, height / mask.height];
  const [x, y] = [Math.floor(painted.x * across), Math.floor(painted.y * down)];
  const right = Math.min(width, Math.ceil((painted.x + painted.width) * across));
  const bottom = Math.min(height, Math.ceil((painted.y + painted.height) * down));
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function refuseWithoutMask(...given: readonly (readonly string[])[]): void {
  const [first, ...rest] = given.flat().map((field): FieldFault => {
    return { field, rule: "conflict", message: `Expected a run with a mask for ${field} but received one without` };
  });
  if (first) throw invalidInput(first, ...rest);
}
