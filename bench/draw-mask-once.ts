/**
 * Draws and packs a full-size mask, or the share of one of several workers, in a process of its own, and tells what of the processor's
 * time that took: nothing is warm. `node bench/draw-mask-once.ts width height strokes [workers [which]]`
 */
import { joinShares } from "#lib/mask/join-bands.ts";
import { PackedMask } from "#lib/mask/packed-mask.ts";
import { strokesFor } from "./mask-strokes.ts";

const [width = 0, height = 0, strokes = 0, count = 1, index = 0] = process.argv.slice(2).map(Number);
const operations = strokesFor(width, height, strokes);
const from = process.cpuUsage();
const mask = new PackedMask(width, height, { index, count });
mask.show(operations);
const png = joinShares(mask, [mask.draw()]);
const { user, system } = process.cpuUsage(from);
console.log(JSON.stringify({ ms: (user + system) / 1000, bytes: png.length }));
