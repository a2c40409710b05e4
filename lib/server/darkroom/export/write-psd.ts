/**
 * A Photoshop document with layers, written from its first byte to its last, so that it can be read while it is written, and a few
 * rows of a channel at a time, so that no more than one picture is ever in memory. Adobe's specification of the file is public and
 * what layers need of it is small; a package would hold all of them at once.
 */
import { open } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import type { PsdLayer, PsdRequest } from "../darkroom.ts";
import { asPictureError, type Pixels, readHeader } from "../decode.ts";
import type { JobHooks } from "../jobs.ts";
import { frontOf, type MeasuredLayer, u16 } from "./psd-front.ts";
import { countsAsBytes, decodePlanes, measurePlanes, opaquePlane, type Planes, planeBytes, planeRows } from "./psd-planes.ts";

/** The format's own limit; what is larger is another format. */
export const mostPsdSide = 30_000;
/** A channel's number in a layer: transparency, and the mask the person can paint on. */
const [alphaChannel, maskChannel] = [-1, -2];
/** What stands before a channel's values. */
const [asTheyAre, packed] = [u16(0), u16(1)];

/** Either one of a picture's, or short enough to be held. */
type Channel = MeasuredLayer["channels"][number] & ({ readonly of: Planes; readonly at: number } | { readonly held: Buffer });
type Layer = MeasuredLayer & { readonly channels: readonly Channel[] };
type Write = (piece: Uint8Array) => Promise<void>;

export async function writePsd({ merged, layers, out }: PsdRequest, { wrote }: Pick<JobHooks, "wrote">): Promise<null> {
  try {
    const { width, height } = await readHeader(merged);
    if (Math.max(width, height) > mostPsdSide) {
      throw new AppError(
        "picture_too_many_pixels",
        `Expected at most ${mostPsdSide} pixels a side for a PSD but received ${width}×${height}`,
      );
    }
    const measure = rememberMeasured();
    const whole = await measure(merged, "colour");
    const measured: Layer[] = [];
    for (const layer of layers) measured.push(await measureLayer(layer, measure));
    await writeDocument({ out, wrote }, whole, measured);
    return null;
  } catch (error) {
    throw asPictureError(error);
  }
}

async function writeDocument(
  { out, wrote }: Pick<PsdRequest, "out"> & Pick<JobHooks, "wrote">,
  whole: Planes,
  layers: readonly Layer[],
): Promise<void> {
  const front = frontOf(whole, layers);
  const channels = layers.flatMap((layer) => layer.channels);
  const afterLayers = Buffer.alloc(front.padding + 4);
  const file = await open(out, "w", 0o600);
  let at = 0;
  const write: Write = async (piece) => {
    await file.write(piece, 0, piece.length, at);
    at += piece.length;
    wrote(at);
  };
  try {
    const pixelsOf = holdLast();
    await write(front.bytes);
    for (const channel of channels) await writeChannel(write, channel, pixelsOf);
    await write(afterLayers);
    await writeMerged(write, whole, await pixelsOf(whole));
  } finally {
    await file.close();
  }
}

/** One picture may be a layer and the merged one. */
function rememberMeasured(): typeof measurePlanes {
  const known = new Map<string, Promise<Planes>>();
  return (path, as) => {
    const measuring = known.get(`${as} ${path}`) ?? measurePlanes(path, as);
    known.set(`${as} ${path}`, measuring);
    return measuring;
  };
}

/** A picture's channels are written one after another, and the topmost layer is most often the merged picture, too. */
function holdLast(): (planes: Planes) => Promise<Pixels> {
  let held: { readonly planes: Planes; readonly pixels: Pixels } | null = null;
  return async (planes) => {
    if (held?.planes === planes) return held.pixels;
    held = null;
    held = { planes, pixels: await decodePlanes(planes) };
    return held.pixels;
  };
}

async function measureLayer(layer: PsdLayer, measure: typeof measurePlanes): Promise<Layer> {
  const colours = await measure(layer.path, "colour");
  const { width, height } = colours;
  const mask = layer.maskPath === null ? null : await measure(layer.maskPath, "mask");
  if (mask && (mask.width !== width || mask.height !== height)) {
    throw new AppError("internal", `Expected a mask of ${width}×${height} for the layer ${layer.name}`);
  }
  const channel = (id: number, of: Planes, at: number): Channel => ({ id, of, at, bytes: 2 + planeBytes(of, at) });
  const opaque = (): Channel => {
    const held = Buffer.concat([packed, opaquePlane(width, height)]);
    return { id: alphaChannel, held, bytes: held.length };
  };
  const channels = [
    colours.channels === 4 ? channel(alphaChannel, colours, 3) : opaque(),
    ...[0, 1, 2].map((at) => channel(at, colours, at)),
    ...(mask ? [channel(maskChannel, mask, 0)] : []),
  ];
  return { layer, width, height, hasMask: mask !== null, channels };
}

async function writeChannel(write: Write, channel: Channel, pixelsOf: (planes: Planes) => Promise<Pixels>): Promise<void> {
  if ("held" in channel) return write(channel.held);
  const { of, at } = channel;
  const counts = of.counts?.[at];
  await write(counts ? Buffer.concat([packed, countsAsBytes(counts)]) : asTheyAre);
  for (const rows of planeRows(await pixelsOf(of), at, counts !== undefined)) await write(rows);
}

/** All counts of rows stand before the rows of all channels. */
async function writeMerged(write: Write, { channels, counts }: Planes, pixels: Pixels): Promise<void> {
  await write(counts ? Buffer.concat([packed, ...counts.map(countsAsBytes)]) : asTheyAre);
  for (let at = 0; at < channels; at += 1) for (const rows of planeRows(pixels, at, counts !== null)) await write(rows);
}
