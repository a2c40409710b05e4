/** At the picture's border a result shows nothing, or something mixed with what was put around it: what lies next to that decides. */
import { type Placement, type Samples, type Span, shownWindow, type Window } from "./placement.ts";

/** Pixels of a result next to where it stops showing the picture, and then all of a block that was encoded together with what lies there. */
const doubtful = 1;
const block = 16;

/** The places of a picture whose values in a result can be believed. */
export function trustedWindow(result: Pick<Samples, "width" | "height">, placement: Placement): Window {
  const shown = shownWindow(result, placement);
  const { scaleX, shiftX, scaleY, shiftY } = placement;
  return {
    across: trustedSpan(result.width, shown.across, scaleX, shiftX),
    down: trustedSpan(result.height, shown.down, scaleY, shiftY),
  };
}

export function halveWindow({ across, down }: Window): Window {
  const half = ({ from, to }: Span): Span => ({ from: (from + 1) >> 1, to: Math.max((from + 1) >> 1, to >> 1) });
  return { across: half(across), down: half(down) };
}

/** Values outside of the window become those of the nearest place inside. */
export function extendRim(values: Float32Array, width: number, { across, down }: Window): void {
  if (across.to <= across.from || down.to <= down.from) return;
  const height = values.length / width;
  for (let y = down.from; y < down.to; y++) {
    const row = y * width;
    values.fill(values[row + across.from] as number, row, row + across.from);
    values.fill(values[row + across.to - 1] as number, row + across.to, row + width);
  }
  for (let y = 0; y < down.from; y++) values.copyWithin(y * width, down.from * width, (down.from + 1) * width);
  for (let y = down.to; y < height; y++) values.copyWithin(y * width, (down.to - 1) * width, down.to * width);
}

function trustedSpan(length: number, shown: Span, scale: number, shift: number): Span {
  const isInPlace = (place: number, wanted: number) => Math.abs(place - wanted) <= 0.25;
  const last = scale * (length - 1) + shift;
  const first = shown.from === 0 ? doubtful : Math.ceil((shown.from + doubtful) / block) * block;
  const end = shown.to === length ? length - doubtful : Math.floor((shown.to - doubtful) / block) * block;
  const from = isInPlace(shift, 0) ? 0 : Math.ceil((first - shift) / scale);
  const to = isInPlace(last, length - 1) ? length : Math.floor((end - 1 - shift) / scale) + 1;
  return { from: Math.max(0, Math.min(length, from)), to: Math.max(0, Math.min(length, to)) };
}
