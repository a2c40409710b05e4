/** Runs a program under strace and reads from what it asked of the system what became of a folder, moment by moment. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Disk, type Moment } from "./disk.ts";

interface Request {
  readonly program: readonly string[];
  readonly input: string;
  readonly folder: string;
  readonly logFile: string;
  /** What came of the folder before, told by an earlier recording. */
  readonly before?: readonly Moment[];
  readonly syncs?: Syncs;
}

/** "pretended": answered as done and never asked of the system. A number: the program dies when a thread asks for its nth. */
export type Syncs = "done" | "pretended" | { readonly killAt: number };

/** All that changes a folder or a file in it; which of two names a call has depends on the machine. */
const known = "openat mkdir mkdirat write pwrite64 lseek fsync fdatasync rename renameat renameat2 unlink unlinkat rmdir ftruncate".split(
  " ",
);
/** What no program of ours asks for is watched too, so that the reading fails when one begins to. */
const unknown = "open creat writev pwritev pwritev2 truncate fallocate copy_file_range sendfile link linkat symlink symlinkat".split(" ");
const traced = [...known, ...unknown].map((name) => `?${name}`).join(",");

/** Answers the moments of before and those that were added. */
export async function record(request: Request): Promise<readonly Moment[]> {
  const { program, input, folder, logFile, before = [], syncs = "done" } = request;
  const flags = ["-f", "-y", "-xx", "-s", "4000000", "-e", `trace=${traced}`, ...injection(syncs), "-o", logFile];
  const child = spawn("strace", [...flags, ...program], { stdio: ["pipe", "ignore", "pipe"] });
  const ended = once(child, "exit");
  let said = "";
  child.stderr.on("data", (piece) => (said += piece));
  // One that dies before it has read all of it is expected here.
  child.stdin.on("error", () => undefined).end(input);
  const [code] = await ended;
  if (code !== 0 && typeof syncs === "string") throw new Error(`Expected the program to end well but it said: ${said}`);
  const reader = new Reader(path.resolve(folder), before);
  for await (const line of createInterface({ input: createReadStream(logFile) })) reader.read(line);
  return reader.moments;
}

function injection(syncs: Syncs): readonly string[] {
  if (syncs === "done") return [];
  return ["-e", `inject=fsync,fdatasync:${syncs === "pretended" ? "retval=0" : `signal=KILL:when=${syncs.killAt}`}`];
}

interface Call {
  readonly name: string;
  readonly args: string;
  readonly id: number;
}

class Reader {
  readonly moments: Moment[] = [];
  readonly #folder: string;
  readonly #unfinished = new Map<string, Call>();
  readonly #offsets = new Map<number, number>();
  readonly #appending = new Set<number>();
  /** As the program sees it. */
  readonly #disk = new Disk();
  #calls = 0;

  constructor(folder: string, before: readonly Moment[]) {
    this.#folder = folder;
    for (const moment of before) {
      this.#tell(moment);
      if (moment.kind === "sync begins") this.#calls = moment.call;
    }
  }

  read(line: string): void {
    const thread = /^\d+/.exec(line)?.[0] ?? "";
    const rest = line.slice(thread.length).trimStart();
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest);
    if (resumed) {
      const call = this.#unfinished.get(thread);
      this.#unfinished.delete(thread);
      const { args, result } = splitResult(rest.slice(resumed[0].length));
      if (call) this.#end({ ...call, args: call.args + args }, result);
      return;
    }
    const name = /^(\w+)\(/.exec(rest)?.[1];
    if (name === undefined) return;
    const id = ++this.#calls;
    const open = rest.slice(name.length + 1);
    const broken = open.lastIndexOf("<unfinished ...>");
    if (broken >= 0) {
      const call = { name, id, args: open.slice(0, broken) };
      this.#unfinished.set(thread, call);
      this.#begin(call);
      return;
    }
    const { args, result } = splitResult(open);
    this.#begin({ name, id, args });
    this.#end({ name, id, args }, result);
  }

  #begin({ name, args, id }: Call): void {
    const fd = fdOf(args);
    if (name === "fsync" || name === "fdatasync") {
      const own = this.#own(fd?.path ?? null);
      if (own !== null) this.#tell({ kind: "sync begins", path: own, call: id });
    }
    // Said from here on: who hears it might hear it before the call is over.
    if (name === "write" && fd?.number === 1) this.#tell({ kind: "said", text: textsOf(args).at(-1)?.toString("utf8") ?? "" });
  }

  #end({ name, args, id }: Call, result: string): void {
    const value = Number.parseInt(result, 10);
    if (!(value >= 0)) return;
    const fd = fdOf(args);
    const own = this.#own(fd?.path ?? null);
    const [text] = textsOf(args.slice(fd?.written ?? 0));
    switch (name) {
      case "openat": {
        const opened = this.#own(absolute(fd?.path, text));
        this.#offsets.set(value, 0);
        this.#appending.delete(value);
        if (args.includes("O_APPEND")) this.#appending.add(value);
        if (opened === null) return;
        const isCut = args.includes("O_TRUNC");
        if (args.includes("O_CREAT") || isCut) this.#tell({ kind: "file", path: opened, isCut });
        return;
      }
      case "write":
      case "pwrite64": {
        if (own === null || !fd || !text) return;
        const isPlaced = name === "pwrite64";
        const at = this.#appending.has(fd.number) ? this.#disk.lengthOf(own) : (this.#offsets.get(fd.number) ?? 0);
        const offset = isPlaced ? Number(/(\d+)\s*$/.exec(args)?.[1]) : at;
        this.#tell({ kind: "write", path: own, offset, bytes: text.subarray(0, value) });
        if (!isPlaced) this.#offsets.set(fd.number, offset + value);
        return;
      }
      case "lseek":
        if (fd) this.#offsets.set(fd.number, value);
        return;
      case "fsync":
      case "fdatasync":
        if (own !== null && !result.includes("(INJECTED)")) this.#tell({ kind: "sync ends", call: id });
        return;
      case "ftruncate":
        if (own !== null) this.#tell({ kind: "length", path: own, bytes: Number(/(\d+)\s*$/.exec(args)?.[1]) });
        return;
      case "mkdir":
      case "mkdirat":
      case "unlink":
      case "unlinkat":
      case "rmdir": {
        const one = this.#own(absolute(fd?.path, text));
        if (one !== null) this.#tell({ kind: name.startsWith("mkdir") ? "folder" : "remove", path: one });
        return;
      }
      case "rename":
      case "renameat":
      case "renameat2": {
        const [from = null, to = null] = textsOf(args).map((one) => this.#own(absolute(fd?.path, one)));
        if (from !== null && to !== null) this.#tell({ kind: "rename", path: from, to });
        return;
      }
      default: {
        const isOurs = own !== null || textsOf(args).some((one) => this.#own(absolute(fd?.path, one)) !== null);
        if (isOurs) throw new Error(`Expected calls that can be replayed but the program used ${name}`);
      }
    }
  }

  #tell(moment: Moment): void {
    this.#disk.apply(moment);
    this.moments.push(moment);
  }

  /** Below the folder, by its path in it; null = elsewhere. The folder itself stands already and is safe. */
  #own(file: string | null): string | null {
    if (file === this.#folder) return "";
    return file?.startsWith(`${this.#folder}/`) ? file.slice(this.#folder.length + 1) : null;
  }
}

function splitResult(rest: string): { readonly args: string; readonly result: string } {
  const end = rest.lastIndexOf(") ");
  return { args: rest.slice(0, end), result: rest.slice(rest.indexOf("=", end) + 1).trim() };
}

/** `7<\x2f…>` at the beginning: a number and what it stands for. */
function fdOf(args: string): { readonly number: number; readonly path: string; readonly written: number } | null {
  const [written, number, hex] = /^(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>/.exec(args) ?? [];
  if (written === undefined || hex === undefined) return null;
  return { number: Number(number), path: bytesOf(hex).toString("utf8"), written: written.length };
}

function textsOf(args: string): readonly Buffer[] {
  const texts: Buffer[] = [];
  for (let start = args.indexOf('"'); start >= 0; ) {
    const end = args.indexOf('"', start + 1);
    if (args.startsWith("...", end + 1)) throw new Error("Expected whole strings in the recording but one was cut short");
    texts.push(bytesOf(args.slice(start + 1, end)));
    start = args.indexOf('"', end + 1);
  }
  return texts;
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll("\\x", ""), "hex");
}

function absolute(base: string | undefined, text: Buffer | undefined): string | null {
  return text ? path.resolve(base ?? "/", text.toString("utf8")) : null;
}
