/** Other fills on this machine, run as their users would: through files, one process a picture. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";
import type { Raster } from "#lib/pixels/raster.ts";

export interface Peer {
  readonly name: string;
  readonly run: (picture: string, mask: string, result: string) => boolean;
}

const python = "/usr/bin/python3";
const opencv = (method: string): string =>
  `import cv2,sys; cv2.imwrite(sys.argv[3], cv2.inpaint(cv2.imread(sys.argv[1]), cv2.imread(sys.argv[2], 0), 5, cv2.${method}))`;

const known: readonly (Peer & { readonly isHere: () => boolean })[] = [
  ...["INPAINT_TELEA", "INPAINT_NS"].map((method) => ({
    name: `OpenCV ${method.slice(8)}`,
    isHere: () => succeeds(python, ["-c", "import cv2"]),
    run: (picture: string, mask: string, result: string) => succeeds(python, ["-c", opencv(method), picture, mask, result]),
  })),
  ...["inpaint_matchpatch[0] [1],0", "inpaint[0] [1],7"].map((command) => ({
    name: `G'MIC ${command.split("[")[0]}`,
    isHere: () => succeeds("gmic", ["-version"]),
    run: (picture: string, mask: string, result: string) =>
      succeeds("gmic", [picture, mask, "-channels[1]", "0", ...command.split(" ").map(asOption), "-keep[0]", "-output", result]),
  })),
];

function asOption(word: string, index: number): string {
  return index === 0 ? `-${word}` : word;
}

function succeeds(program: string, words: readonly string[], timeoutMs = 120_000): boolean {
  return spawnSync(program, words, { stdio: "ignore", timeout: timeoutMs }).status === 0;
}

/** Installs what is missing where that is allowed, and goes on with what is there where it is not. */
export function findPeers(): readonly Peer[] {
  if (known.some((peer) => !peer.isHere()) && process.getuid?.() === 0) {
    console.log("Installing the tools to compare with (gmic, python3-opencv)…");
    succeeds("apt-get", ["install", "--yes", "--no-install-recommends", "gmic", "python3-opencv"], 600_000);
  }
  return known.filter((peer) => peer.isHere());
}

/** Undefined when the peer failed. Seconds are those of the whole process. */
export async function runPeer(
  peer: Peer,
  image: Raster,
  mask: Raster,
  folder: string,
): Promise<{ filled: Raster; seconds: number } | undefined> {
  const files = ["picture", "mask", "result"].map((name) => join(folder, `${name}.png`));
  const [picture, hole, result] = files as [string, string, string];
  const holed = image.data.map((value, i) => (mask.data[Math.floor(i / 3)] === 255 ? 0 : value));
  await writePicture({ ...image, data: holed }, picture);
  await writePicture(mask, hole);
  const startedAt = performance.now();
  if (!peer.run(picture, hole, result)) return undefined;
  const seconds = (performance.now() - startedAt) / 1000;
  return { filled: await readPicture(result, image.width, image.height), seconds };
}

export async function readPicture(path: string, width: number, height: number): Promise<Raster> {
  const data = await sharp(path).resize(width, height, { fit: "cover" }).removeAlpha().toColourspace("srgb").raw().toBuffer();
  return { width, height, channels: 3, data: new Uint8ClampedArray(data) };
}

export async function writePicture({ width, height, channels, data }: Raster, path: string): Promise<void> {
  await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 3 }).toFile(path);
}
