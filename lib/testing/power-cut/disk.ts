/**
 * A disk that keeps only what it was made to keep. What a file holds counts from the sync of that file, a name from the sync of
 * the folder it stands in: stricter than any file system we know (many keep a new file's name with its bytes, or a rename in order).
 */
export type Moment =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly isCut: boolean }
  | { readonly kind: "write"; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: "length"; readonly path: string; readonly bytes: number }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string }
  /** What is written between the two of one call may or may not be part of it, so it is not. */
  | { readonly kind: "sync begins"; readonly path: string; readonly call: number }
  | { readonly kind: "sync ends"; readonly call: number }
  | { readonly kind: "said"; readonly text: string };

/** Of what was not synced: how much of it reached the disk all the same. From 0 (nothing) to 1 (all of it); asked anew for each piece. */
export type Luck = () => number;
export const noLuck: Luck = () => 0;
export const fullLuck: Luck = () => 1;

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly length: number };
type Naming = { readonly name: string; readonly node: Node | null };

interface FileNode {
  readonly kind: "file";
  kept: Buffer;
  readonly pending: Change[];
}

interface FolderNode {
  readonly kind: "folder";
  readonly names: Map<string, Node>;
  readonly kept: Map<string, Node>;
  readonly pending: Naming[];
}

type Node = FileNode | FolderNode;

/** Smaller pieces than a disk writes at once do not exist. */
const sectorBytes = 512;

export class Disk {
  readonly #root = newFolder();
  readonly #syncs = new Map<number, { readonly node: Node; covered: number }>();
  readonly #countsSyncOf: (kind: Node["kind"]) => boolean;

  /** A rig that does not count the syncs of one kind shows what would be lost without them. */
  constructor(countsSyncOf: (kind: Node["kind"]) => boolean = () => true) {
    this.#countsSyncOf = countsSyncOf;
  }

  apply(moment: Moment): void {
    switch (moment.kind) {
      case "folder":
        this.#name(moment.path, newFolder());
        return;
      case "file":
        if (!this.#find(moment.path)) this.#name(moment.path, { kind: "file", kept: Buffer.alloc(0), pending: [] });
        if (moment.isCut) this.#file(moment.path).pending.push({ length: 0 });
        return;
      case "write":
        this.#file(moment.path).pending.push({ offset: moment.offset, bytes: moment.bytes });
        return;
      case "length":
        this.#file(moment.path).pending.push({ length: moment.bytes });
        return;
      case "rename": {
        const node = this.#find(moment.path);
        if (!node) throw new Error(`Expected a file to rename at ${moment.path} but there is none`);
        this.#name(moment.to, node);
        this.#name(moment.path, null);
        return;
      }
      case "remove":
        this.#name(moment.path, null);
        return;
      case "sync begins": {
        const node = this.#find(moment.path);
        if (node && this.#countsSyncOf(node.kind)) this.#syncs.set(moment.call, { node, covered: node.pending.length });
        return;
      }
      case "sync ends":
        this.#keep(moment.call);
        return;
      case "said":
        return;
    }
  }

  /** Bytes in the file as running programs see it: where the next piece of an appended file goes. */
  lengthOf(path: string): number {
    return contentOf(this.#file(path), fullLuck).byteLength;
  }

  /** What stands there when the current comes back; null = a folder. Those above come before those within. */
  after(luck: Luck): ReadonlyMap<string, Buffer | null> {
    const found = new Map<string, Buffer | null>();
    const walk = (folder: FolderNode, prefix: string) => {
      for (const [name, node] of namesOf(folder, luck)) {
        const path = `${prefix}${name}`;
        found.set(path, node.kind === "file" ? contentOf(node, luck) : null);
        if (node.kind === "folder") walk(node, `${path}/`);
      }
    };
    walk(this.#root, "");
    return found;
  }

  #keep(call: number): void {
    const sync = this.#syncs.get(call);
    if (!sync) return;
    this.#syncs.delete(call);
    const { node, covered } = sync;
    if (node.kind === "file") node.kept = contentOf({ kept: node.kept, pending: node.pending.splice(0, covered) }, fullLuck);
    else for (const naming of node.pending.splice(0, covered)) rename(node.kept, naming);
    // Another sync of the same that is under way finds these done.
    for (const other of this.#syncs.values()) if (other.node === node) other.covered = Math.max(0, other.covered - covered);
  }

  #find(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of path.split("/").filter(Boolean)) node = node?.kind === "folder" ? node.names.get(name) : undefined;
    return node;
  }

  #file(path: string): FileNode {
    const node = this.#find(path);
    if (node?.kind === "file") return node;
    throw new Error(`Expected a file at ${path} but there is none`);
  }

  #name(path: string, node: Node | null): void {
    const parts = path.split("/");
    const folder = this.#find(parts.slice(0, -1).join("/"));
    if (folder?.kind !== "folder") throw new Error(`Expected a folder that holds ${path} but there is none`);
    const naming = { name: parts.at(-1) ?? "", node };
    folder.pending.push(naming);
    rename(folder.names, naming);
  }
}

function newFolder(): FolderNode {
  return { kind: "folder", names: new Map(), kept: new Map(), pending: [] };
}

function rename(names: Map<string, Node>, { name, node }: Naming): void {
  if (node) names.set(name, node);
  else names.delete(name);
}

/** Names come and go in their order: what is lost is the last of them. */
function namesOf({ kept, pending }: FolderNode, luck: Luck): ReadonlyMap<string, Node> {
  const names = new Map(kept);
  for (const naming of pending.slice(0, Math.round(luck() * pending.length))) rename(names, naming);
  return names;
}

/** Sectors come in any order: each of them by itself is there or not. */
function contentOf({ kept, pending }: Pick<FileNode, "kept" | "pending">, luck: Luck): Buffer {
  const pieces = pending.flatMap(sectorsOf).filter(() => Math.round(luck()) === 1);
  if (pieces.length === 0) return kept;
  const longest = Math.max(
    kept.byteLength,
    ...pieces.map((piece) => ("length" in piece ? piece.length : piece.offset + piece.bytes.byteLength)),
  );
  const content = Buffer.alloc(longest);
  kept.copy(content);
  let length = kept.byteLength;
  for (const piece of pieces) {
    if ("length" in piece) {
      content.fill(0, piece.length);
      length = piece.length;
    } else {
      piece.bytes.copy(content, piece.offset);
      length = Math.max(length, piece.offset + piece.bytes.byteLength);
    }
  }
  return content.subarray(0, length);
}

function sectorsOf(change: Change): readonly Change[] {
  if ("length" in change) return [change];
  const { offset, bytes } = change;
  const pieces: Change[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const end = Math.min(bytes.byteLength, at + sectorBytes - ((offset + at) % sectorBytes));
    pieces.push({ offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return pieces;
}
