/**
 * Makes a WebAssembly module out of text, so that an innermost loop stands here as what it is and not as bytes nobody can read.
 * One instruction after the other, as in the text format's linear form. Every function is exported, takes whole numbers and
 * begins with `func name parameter…`, a function that answers one with `func name parameter… : i32`; `local type name…` follows.
 */
import { type Immediate, instructions } from "./instructions.ts";
import { signed, unsigned } from "./numbers.ts";

const types = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;
const kinds = { function: 0, memory: 2 } as const;
const sections = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

interface Func {
  readonly name: string;
  readonly locals: string[];
  readonly localTypes: (keyof typeof types)[];
  readonly parameters: number;
  readonly isAnswering: boolean;
  readonly body: number[];
}

/** Its memory is imported, as `own.memory`. */
export function assemble(text: string): Uint8Array<ArrayBuffer> {
  const funcs: Func[] = [];
  for (const line of text.split("\n")) {
    const words = (line.split(";;")[0] ?? "").split(/\s+/u).filter((word) => word !== "");
    if (words.length === 0) continue;
    if (words[0] === "func") funcs.push(openFunc(words.slice(1)));
    else if (words[0] === "local") addLocals(lastOf(funcs), words.slice(1));
    else addInstructions(lastOf(funcs), words);
  }
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      sections.type,
      funcs.map(({ parameters, isAnswering }) => [
        0x60,
        ...vector(Array.from({ length: parameters }, () => [types.i32])),
        ...vector(isAnswering ? [[types.i32]] : []),
      ]),
    ),
    ...section(sections.import, [[...nameOf("own"), ...nameOf("memory"), kinds.memory, 0, 1]]),
    ...section(
      sections.function,
      funcs.map((_, at) => unsigned(at)),
    ),
    ...section(
      sections.export,
      funcs.map(({ name }, at) => [...nameOf(name), kinds.function, ...unsigned(at)]),
    ),
    ...section(sections.code, funcs.map(codeOf)),
  ]);
}

function openFunc(words: readonly string[]): Func {
  const [name = "", ...rest] = words;
  const colon = rest.indexOf(":");
  const parameters = colon < 0 ? rest : rest.slice(0, colon);
  return { name, locals: [...parameters], localTypes: [], parameters: parameters.length, isAnswering: colon >= 0, body: [] };
}

function lastOf(funcs: readonly Func[]): Func {
  const last = funcs.at(-1);
  if (!last) throw new Error("Expected a function before its instructions but received none");
  return last;
}

function addLocals({ locals, localTypes }: Func, [type, ...names]: readonly string[]): void {
  for (const name of names) {
    locals.push(name);
    localTypes.push(type === "v128" || type === "i64" ? type : "i32");
  }
}

function addInstructions({ locals, body }: Func, words: readonly string[]): void {
  for (let at = 0; at < words.length; ) {
    const word = words[at++] ?? "";
    const instruction = instructions[word];
    if (!instruction) throw new Error(`Expected an instruction but received ${word}`);
    const { bytes, immediate } = instruction;
    const given = words.slice(at, at + wordCounts[immediate]);
    at += given.length;
    body.push(...bytes);
    if (immediate === "local") body.push(...unsigned(indexOf(locals, given[0] ?? "")));
    else if (immediate === "signed") body.push(...signed(Number(given[0])));
    else if (immediate === "halves") body.push(...given.map(Number).flatMap((half) => [half & 255, (half >> 8) & 255]));
    else if (immediate === "memory" || immediate === "memory and lane") {
      const offset = /^\+\d+$/u.test(words[at] ?? "") ? Number(words[at++]) : 0;
      body.push(0, ...unsigned(offset), ...(immediate === "memory" ? [] : [0]));
    } else body.push(...given.map(Number));
  }
}

/** How many words follow an instruction; to a memory access an offset may, as `+16`. Only the first lane is ever stored. */
const wordCounts: Readonly<Record<Immediate, number>> = {
  none: 0,
  local: 1,
  depth: 1,
  signed: 1,
  memory: 0,
  "memory and lane": 0,
  lane: 1,
  lanes: 16,
  halves: 8,
};

function indexOf(locals: readonly string[], name: string): number {
  const index = locals.indexOf(name);
  if (index < 0) throw new Error(`Expected a parameter or a local but received ${name}`);
  return index;
}

function codeOf({ localTypes, body }: Func): readonly number[] {
  const code = [...vector(localTypes.map((type) => [1, types[type]])), ...body, 0x0b];
  return [...unsigned(code.length), ...code];
}

function section(id: number, items: readonly (readonly number[])[]): readonly number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function nameOf(name: string): readonly number[] {
  return vector([...new TextEncoder().encode(name)].map((byte) => [byte]));
}
