"use client";

import { joinClasses } from "#components/ui/join-classes.ts";
import type { Point } from "#components/ui/viewport.ts";
import type { ComparedEdit } from "./compared.ts";
import { Pane } from "./pane.tsx";
import { PictureLayer } from "./picture-layer.tsx";
import type { View } from "./use-view.ts";

interface GridViewProps {
  readonly view: View;
  readonly edits: readonly ComparedEdit[];
  readonly openId: string;
  readonly titleOf: (edit: ComparedEdit) => string;
  readonly factsOf?: ((edit: ComparedEdit) => string) | undefined;
  readonly onOpen: (editId: string) => void;
  readonly onHover?: ((at: Point | null) => void) | undefined;
}

/** Several results of one original under one zoom; each has the number that picks it. */
export function GridView({ view, edits, openId, titleOf, factsOf, onOpen, onHover }: GridViewProps) {
  const isNamed = new Set(edits.map(({ name }) => name)).size > 1;
  const columns = Math.ceil(Math.sqrt(edits.length));
  return (
    <div
      // What can be taken away of all of them has a line of its own.
      className={joinClasses("absolute inset-0 grid gap-3", factsOf && "pt-8 pointer-coarse:pt-12")}
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${Math.ceil(edits.length / columns)}, minmax(0, 1fr))`,
      }}
    >
      {edits.map((edit, at) => (
        <div
          key={edit.id}
          className={`relative min-h-0 rounded-md border-2 ${edit.id === openId ? "border-accent" : "border-transparent"}`}
        >
          <Pane {...(at === 0 ? { ref: view.measure } : {})} view={view} onHover={onHover}>
            <PictureLayer picture={edit.picture} view={view} alt={edit.name} />
          </Pane>
          <button
            type="button"
            aria-current={edit.id === openId}
            aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
            onClick={() => onOpen(edit.id)}
            className="absolute top-2 left-2 flex h-7 max-w-[90%] items-center gap-2 rounded-full border border-white/20 bg-black/75 px-3 text-xs text-white hover:bg-black pointer-coarse:h-11"
          >
            <span className="font-semibold">{at + 1}</span>
            <span className="truncate">
              {isNamed && `${edit.name} · `}
              {titleOf(edit)}
              {factsOf && <span className="text-white/75"> {factsOf(edit)}</span>}
            </span>
          </button>
        </div>
      ))}
    </div>
  );
}
