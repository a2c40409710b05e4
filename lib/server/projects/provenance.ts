/** What a file says about its making: the IPTC's word for the kind of source, and if wanted model, prompt and seed. */
import { isPictureId } from "#lib/ids.ts";
import type { EditRecord, PredictionRecord } from "#lib/server/storage/records.ts";

/**
 * Words of http://cv.iptc.org/newscodes/digitalsourcetype/. The local engine is no trained model and does not say so:
 * `compositeSynthetic` by now means "including generative AI elements", which nothing of it is.
 */
export type SourceType =
  | "compositeWithTrainedAlgorithmicMedia"
  | "trainedAlgorithmicMedia"
  | "algorithmicallyEnhanced"
  | "algorithmicMedia";

interface Made {
  readonly edit: EditRecord;
  readonly edits: readonly EditRecord[];
  readonly predictions: ReadonlyMap<string, PredictionRecord>;
}

/** Looks at everything the edit was made from, back to the first pictures. Null: nothing but what somebody brought in. */
export function sourceTypeOf({ edit, edits, predictions }: Made): SourceType | null {
  let [isTrained, isComputed, isBroughtIn] = [false, false, false];
  const seen = new Set<string>();
  const open: EditRecord[] = [edit];
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    if (one.kind === "upload") isBroughtIn = true;
    const maker = one.predictionId === null ? undefined : predictions.get(one.predictionId);
    if (maker?.provider === "replicate") isTrained = true;
    if (maker?.provider === "local") isComputed = true;
    // Where the model's whole picture stands, nothing is left of what it was made from.
    if (maker?.provider === "replicate" && isWholly(one)) continue;
    const used = Object.values(maker?.inputs ?? {}).filter((value): value is string => typeof value === "string" && isPictureId(value));
    const { parentId } = one;
    const sources = edits.filter(({ id, pictureId }) => id === parentId || used.includes(pictureId));
    // A mask, or a picture whose edit is in another project: at least it was not made by this run.
    if (used.some((id) => !sources.some(({ pictureId }) => pictureId === id)) && parentId === null) isBroughtIn = true;
    if (one.kind !== "upload") open.push(...sources);
  }
  if (isTrained) return isBroughtIn ? "compositeWithTrainedAlgorithmicMedia" : "trainedAlgorithmicMedia";
  if (isComputed) return isBroughtIn ? "algorithmicallyEnhanced" : "algorithmicMedia";
  return null;
}

function isWholly({ fidelity }: EditRecord): boolean {
  return fidelity?.method === "whole" || (fidelity?.method === "blend" && fidelity.blend?.whole === true);
}

interface XmpFacts {
  readonly sourceType: SourceType | null;
  readonly maker: Pick<PredictionRecord, "model" | "inputs" | "seed" | "provider"> | null;
  readonly createdAtMs: number;
}

/** A packet as photo software reads it. The prompt stands where the IPTC has a place for it, and as the description people see. */
export function xmpPacket({ sourceType, maker, createdAtMs }: XmpFacts): string {
  const prompt = typeof maker?.inputs.prompt === "string" ? maker.inputs.prompt : null;
  const isLocal = maker?.provider === "local";
  const isMadeHere = sourceType !== null || maker !== null;
  const date = new Date(createdAtMs).toISOString();
  const properties = [
    isMadeHere && `<xmp:CreatorTool>${isLocal ? "Pentimento local engine" : "Pentimento"}</xmp:CreatorTool>`,
    isMadeHere && `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    sourceType &&
      `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${sourceType}</Iptc4xmpExt:DigitalSourceType>`,
    maker && !isLocal && `<Iptc4xmpExt:AISystemUsed>${escapeXml(maker.model)}</Iptc4xmpExt:AISystemUsed>`,
    prompt && !isLocal && `<Iptc4xmpExt:AIPromptInformation>${escapeXml(prompt)}</Iptc4xmpExt:AIPromptInformation>`,
    prompt && `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(prompt)}</rdf:li></rdf:Alt></dc:description>`,
    maker && maker.seed !== null && `<pentimento:Seed>${maker.seed}</pentimento:Seed>`,
  ];
  const spaces = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${spaces.join(" ")}>${properties.filter(Boolean).join("")}</rdf:Description>`,
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join("");
}

const namespaces = {
  xmp: "http://ns.adobe.com/xap/1.0/",
  dc: "http://purl.org/dc/elements/1.1/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  pentimento: "urn:pentimento:provenance:1",
} as const;

/** A JPEG has room for 64 kB of it, and XML none for control characters. */
const mostLetters = 4000;

function escapeXml(text: string): string {
  const clean = text
    .slice(0, mostLetters)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
