/** Draws and packs one full-size mask in a process of its own, and tells what of the processor's time that took: nothing is warm. */
import { joinShares, PackedMask } from "#lib/mask/packed-mask.ts";
import { strokesFor } from "./mask-strokes.ts";

const [width = 0, height = 0, count = 0] = process.argv.slice(2).map(Number);
const operations = strokesFor(width, height, count);
const from = process.cpuUsage();
const mask = new PackedMask(width, height);
mask.show(operations);
const png = joinShares(mask, [mask.draw()]);
const { user, system } = process.cpuUsage(from);
console.log(JSON.stringify({ ms: (user + system) / 1000, bytes: png.length }));
