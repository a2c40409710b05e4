"use client";

import { useEffect, useRef, useState } from "react";
import { loadGlimpse } from "#lib/client/load-glimpse.ts";
import { nextPaint } from "#lib/client/next-paint.ts";
import type { Edit, Prediction } from "#lib/wire.ts";
import { createGlimpseBoard, type GlimpseBoard } from "./glimpse-board.ts";

/** Sides that a model rounded are still those of the picture it was given. */
const sameShape = 0.08;

interface Glimpses {
  readonly board: GlimpseBoard;
  /** Resolves when it is seen, or when it will not be. */
  arriving(prediction: Prediction): Promise<void>;
  ended(prediction: Prediction): void;
}

/** Shows what a run of this page received, while what was open when it began still is, until its result is there. */
export function useGlimpses(open: Edit | null, currentEditId: string | null, begun: ReadonlyMap<string, string | null>): Glimpses {
  const [board] = useState(createGlimpseBoard);
  const waits = useRef(new Map<string, AbortController>());
  const latest = useRef({ open, currentEditId });
  latest.current = { open, currentEditId };

  // Whatever is opened, the result itself among it, takes its place.
  const openId = open?.id;
  const seenAt = useRef(openId);
  useEffect(() => {
    if (seenAt.current === openId) return;
    seenAt.current = openId;
    board.show(null);
  }, [openId, board]);

  useEffect(() => {
    const all = waits.current;
    return () => {
      for (const wait of all.values()) wait.abort();
    };
  }, []);

  return {
    board,
    async arriving({ id, frame, parentEditId }) {
      const openedAt = begun.get(id);
      const isExpected = () => openedAt === (latest.current.open?.id ?? null);
      // What a mask frames is a part of the picture, and is seen when it lies in it.
      if (openedAt === undefined || frame !== null || waits.current.has(id) || !isExpected()) return;
      const wait = new AbortController();
      waits.current.set(id, wait);
      const image = await loadGlimpse(id, wait.signal);
      if (!image || wait.signal.aborted || !isExpected()) return;
      const { open: below, currentEditId: current } = latest.current;
      const isOver = below !== null && below.id === parentEditId && isSameShape(image, below.picture);
      board.show({ image, place: isOver ? "over" : "alone", isHalf: isOver && parentEditId === current });
      await nextPaint();
    },
    ended({ id, status }) {
      const wait = waits.current.get(id);
      waits.current.delete(id);
      // A result that is there is opened once it is decoded, and takes its place then.
      if (!wait || status === "stored") return;
      wait.abort();
      board.show(null);
    },
  };
}

function isSameShape({ naturalWidth, naturalHeight }: HTMLImageElement, { width, height }: Edit["picture"]): boolean {
  return Math.abs((naturalWidth * height) / (naturalHeight * width) - 1) <= sameShape;
}
