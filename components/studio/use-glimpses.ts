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
  /** Its end is near: asked for now, it is on its way as soon as there is anything of it. */
  near(prediction: Prediction): void;
  /** Resolves when it is seen, or when it will not be. */
  arriving(prediction: Prediction): Promise<void>;
  ended(prediction: Prediction): void;
}

interface Wait {
  readonly leaving: AbortController;
  readonly isSeen: Promise<boolean>;
  /** Nobody has said yet that it comes. */
  isAhead: boolean;
}

/** Shows what a run of this page received, while what was open when it began still is, until its result is there. */
export function useGlimpses(open: Edit | null, currentEditId: string | null, begun: ReadonlyMap<string, string | null>): Glimpses {
  const [board] = useState(createGlimpseBoard);
  const waits = useRef(new Map<string, Wait>());
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
      for (const { leaving } of all.values()) leaving.abort();
    };
  }, []);

  const isExpected = ({ id }: Prediction) => begun.has(id) && begun.get(id) === (latest.current.open?.id ?? null);
  // What a mask frames is a part of the picture, and is seen when it lies in it.
  const isForGlimpse = (prediction: Prediction) => prediction.frame === null && isExpected(prediction);

  function ask(prediction: Prediction, isAhead: boolean): Promise<boolean> {
    const leaving = new AbortController();
    const isSeen = show(prediction, leaving.signal);
    waits.current.set(prediction.id, { leaving, isSeen, isAhead });
    return isSeen;
  }

  async function show(prediction: Prediction, signal: AbortSignal): Promise<boolean> {
    const image = await loadGlimpse(prediction.id, signal);
    if (!image || signal.aborted || !isExpected(prediction)) return false;
    const { open: below, currentEditId: current } = latest.current;
    const isOver = below !== null && below.id === prediction.parentEditId && isSameShape(image, below.picture);
    board.show({ image, place: isOver ? "over" : "alone", isHalf: isOver && prediction.parentEditId === current });
    return true;
  }

  return {
    board,
    near(prediction) {
      // One at a time: it is a request that stays open.
      const isOneOpen = [...waits.current.values()].some(({ isAhead }) => isAhead);
      if (isOneOpen || document.hidden || waits.current.has(prediction.id) || !isForGlimpse(prediction)) return;
      void ask(prediction, true);
    },
    async arriving(prediction) {
      const wait = waits.current.get(prediction.id);
      if (wait ? !wait.isAhead : !isForGlimpse(prediction)) return;
      if (wait) wait.isAhead = false;
      // Asked for too long ago, or of another process, there was nothing: now there may be.
      const isSeen = (await wait?.isSeen) || (isForGlimpse(prediction) && (await ask(prediction, false)));
      if (isSeen) await nextPaint();
    },
    ended({ id, status }) {
      const wait = waits.current.get(id);
      waits.current.delete(id);
      // A result that is there is opened once it is decoded, and takes its place then.
      if (!wait || status === "stored") return;
      wait.leaving.abort();
      board.show(null);
    },
  };
}

function isSameShape({ naturalWidth, naturalHeight }: HTMLImageElement, { width, height }: Edit["picture"]): boolean {
  return Math.abs((naturalWidth * height) / (naturalHeight * width) - 1) <= sameShape;
}
