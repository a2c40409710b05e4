/** Where each picture and each word of a contact sheet stands, in pixels of the sheet. */
export interface SheetCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  /** The picture's place; its words stand below it. */
  readonly cells: readonly SheetCell[];
}

export const sheetMargin = 40;
export const headHeight = 64;
export const captionHeight = 64;
/** More are spread over several pages, where there are pages. */
export const mostOnAPage = 9;
const gap = 28;
const longSide = 640;

/**
 * As square a grid as their number allows, each cell of the shape all of them have: that of the first. A page that has room
 * for more (`room`) stays as large as the others.
 */
export function layOutSheet(count: number, shape: { readonly width: number; readonly height: number }, room = count): SheetLayout {
  const columns = Math.ceil(Math.sqrt(room));
  const rows = Math.ceil(room / columns);
  const scale = longSide / Math.max(shape.width, shape.height);
  const width = Math.max(1, Math.round(shape.width * scale));
  const height = Math.max(1, Math.round(shape.height * scale));
  const cells = Array.from({ length: count }, (_, index) => ({
    x: sheetMargin + (index % columns) * (width + gap),
    y: sheetMargin + headHeight + Math.floor(index / columns) * (height + captionHeight + gap),
    ...{ width, height },
  }));
  return {
    width: 2 * sheetMargin + columns * (width + gap) - gap,
    height: 2 * sheetMargin + headHeight + rows * (height + captionHeight + gap) - gap,
    cells,
  };
}
