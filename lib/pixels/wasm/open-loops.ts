/** Loops with a memory of their own: what they work on is written there and read from there. */
import { assemble } from "./assemble.ts";

const pageBytes = 65_536;

export type Loop = (...numbers: readonly number[]) => number;

export interface Loops<Name extends string> {
  readonly memory: Uint8Array<ArrayBuffer>;
  readonly run: Readonly<Record<Name, Loop>>;
}

/** Answers what opens them: the text is only made into a module once. */
export function loopsOf<Name extends string>(text: string, names: readonly Name[]): (bytes: number) => Loops<Name> {
  let compiled: WebAssembly.Module | null = null;
  return (bytes) => {
    compiled ??= new WebAssembly.Module(assemble(text));
    const pages = Math.ceil(bytes / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(compiled, { own: { memory } });
    return {
      memory: new Uint8Array(memory.buffer),
      run: Object.fromEntries(names.map((name) => [name, exports[name]])) as Record<Name, Loop>,
    };
  };
}
