/**
 * A small neural network to compare enlarging with: the weights of @upscalerjs/esrgan-slim (MIT), evaluated by TensorFlow.js
 * as their users evaluate them. Both are fetched by npm into .cache/ and are no part of the project (decision 024).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Raster } from "#lib/pixels/raster.ts";

const tensorflow = "4.22.0";
const packages = [
  "@upscalerjs/esrgan-slim@1.0.0",
  ...["core", "layers", "backend-wasm"].map((name) => `@tensorflow/tfjs-${name}@${tensorflow}`),
];
const kept = path.join(import.meta.dirname, "..", ".cache", "esrgan-slim");

export type EnlargeByNetwork = (source: Raster) => Promise<Raster>;

/** What is used of TensorFlow.js. */
interface Tensor {
  readonly shape: readonly number[];
  data(): Promise<Float32Array>;
  dispose(): void;
}
interface Core {
  setBackend(name: string): Promise<boolean>;
  tensor(values: Float32Array, shape: readonly number[]): Tensor;
}
interface Layers {
  loadLayersModel(from: { load: () => Promise<object> }): Promise<{ predict(input: Tensor): Tensor }>;
}
interface Backend {
  setWasmPaths(folder: string): void;
}
interface Description {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: readonly object[] }[];
}

/** Undefined where npm cannot fetch it. */
export async function findEsrganSlim(times: 2 | 4): Promise<EnlargeByNetwork | undefined> {
  if (!existsSync(kept) && !fetchPackages()) return undefined;
  const core = (await load("tfjs-core", "tf-core.node.js")) as Core;
  const layers = (await load("tfjs-layers", "tf-layers.node.js")) as Layers;
  const backend = (await load("tfjs-backend-wasm", "tf-backend-wasm.node.js")) as Backend;
  backend.setWasmPaths(`${path.join(kept, "node_modules", "@tensorflow", "tfjs-backend-wasm", "dist")}${path.sep}`);
  await core.setBackend("wasm");
  const model = await layers.loadLayersModel({ load: async () => readModel(times) });
  return async ({ width, height, data }) => {
    const input = core.tensor(Float32Array.from(data), [1, height, width, 3]);
    const output = model.predict(input);
    const values = await output.data();
    for (const tensor of [input, output]) tensor.dispose();
    return { width: width * times, height: height * times, channels: 3, data: Uint8ClampedArray.from(values) };
  };
}

function readModel(times: 2 | 4): object {
  const folder = path.join(kept, "node_modules", "@upscalerjs", "esrgan-slim", "models", `x${times}`);
  const description = JSON.parse(readFileSync(path.join(folder, "model.json"), "utf8")) as Description;
  const weights = readFileSync(path.join(folder, "group1-shard1of1.bin"));
  return {
    modelTopology: description.modelTopology,
    weightSpecs: description.weightsManifest[0]?.weights,
    weightData: Uint8Array.from(weights).buffer,
  };
}

async function load(name: string, file: string): Promise<unknown> {
  const loaded = await import(pathToFileURL(path.join(kept, "node_modules", "@tensorflow", name, "dist", file)).href);
  return loaded.default;
}

function fetchPackages(): boolean {
  console.log("Fetching the weights and TensorFlow.js to compare with (about 100 MB, once)…");
  const work = `${kept}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeFileSync(path.join(work, "package.json"), "{}");
  // The package asks for all of TensorFlow.js beside it, in an older version; three parts of it are enough.
  const { status } = spawnSync("npm", ["install", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], {
    cwd: work,
    stdio: "ignore",
  });
  if (status !== 0) return false;
  renameSync(work, kept);
  return true;
}
