/** The page's part of the peer that draws strokes as SVG by React: as replicate/inpainter uses it, with the picture left out. */
import { createElement, useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { ReactSketchCanvas, type ReactSketchCanvasRef } from "react-sketch-canvas";

const side = 900;
const look = { strokeColor: "#ff7a59", strokeWidth: 80 };

function Sketch({ strokes }: { readonly strokes: readonly (readonly number[])[] }) {
  const canvas = useRef<ReactSketchCanvasRef>(null);
  useEffect(() => canvas.current?.loadPaths(strokes.map(asPath)), [strokes]);
  return createElement(ReactSketchCanvas, { ref: canvas, width: `${side}px`, height: `${side}px`, canvasColor: "transparent", ...look });
}

function asPath(list: readonly number[]) {
  const paths = Array.from({ length: list.length / 2 }, (_, at) => ({ x: list[at * 2] ?? 0, y: list[at * 2 + 1] ?? 0 }));
  return { paths, drawMode: true, ...look };
}

Object.assign(window, {
  openSketch: (host: HTMLElement, strokes: readonly (readonly number[])[]) => createRoot(host).render(createElement(Sketch, { strokes })),
});
