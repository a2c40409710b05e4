/** Other ways to paint strokes on a page, each as small as it can be: the limit, and what peers do. */
import type { Page } from "@playwright/test";
import { rolldown } from "rolldown";

export const peers = {
  bare: "bare 2D canvas, only the new piece is drawn",
  lines: "one Konva.Line a stroke",
  sketch: "react-sketch-canvas",
  redraw: "2D canvas, everything is drawn again",
} as const;
export type Peer = keyof typeof peers;

/** A canvas of 900 pixels' side with so many strokes on it, painted on with a brush of 80 pixels. */
export async function openPeer(page: Page, peer: Peer, count: number): Promise<void> {
  await page.setContent('<!doctype html><body style="margin:0"><div id="host" style="width:900px;height:900px"></div>');
  if (peer === "lines") await page.addScriptTag({ path: "node_modules/konva/konva.min.js" });
  if (peer === "sketch") await page.addScriptTag({ content: await bundleSketch() });
  await page.evaluate(
    ({ how, strokes }) => {
      const side = 900;
      let seed = 7;
      const random = () => {
        seed = (seed * 16_807) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      const painted = Array.from({ length: strokes }, () => {
        const [x, y, angle] = [random() * side, random() * side, random() * 6.28];
        return Array.from({ length: 30 }, (_, at) => [x + Math.cos(angle) * at * 4.4, y + Math.sin(angle) * at * 4.4]).flat();
      });
      const host = document.querySelector<HTMLElement>("#host");
      if (!host) return;
      if (how === "sketch") {
        // It listens to the pointer itself.
        (window as unknown as { openSketch(host: HTMLElement, strokes: readonly (readonly number[])[]): void }).openSketch(host, painted);
        return;
      }
      const draw = how === "lines" ? openKonva(host) : openCanvas(host);
      draw(painted, null);
      let points: number[] | null = null;
      host.addEventListener("pointerdown", ({ clientX, clientY }) => {
        points = [clientX, clientY];
        painted.push(points);
      });
      host.addEventListener("pointermove", ({ clientX, clientY }) => {
        if (!points) return;
        points.push(clientX, clientY);
        draw(painted, points);
      });
      host.addEventListener("pointerup", () => {
        points = null;
      });

      function openCanvas(element: HTMLElement) {
        const canvas = element.appendChild(document.createElement("canvas"));
        canvas.width = canvas.height = side;
        const context = canvas.getContext("2d");
        const stroke = (list: readonly number[]) => {
          if (!context) return;
          Object.assign(context, { lineWidth: 80, lineCap: "round", lineJoin: "round", strokeStyle: "#ff7a59" });
          context.beginPath();
          for (let at = 0; at < list.length; at += 2) context.lineTo(list[at] ?? 0, list[at + 1] ?? 0);
          context.stroke();
        };
        return (all: readonly (readonly number[])[], grown: readonly number[] | null) => {
          if (grown && how === "bare") {
            stroke(grown.slice(-4));
            return;
          }
          context?.clearRect(0, 0, side, side);
          for (const list of all) stroke(list);
        };
      }

      function openKonva(element: HTMLElement) {
        // The library puts itself on the page; its types are not asked for here.
        const { Konva } = window as unknown as { Konva: Record<"Stage" | "Layer" | "Line", new (options: object) => KonvaNode> };
        const stage = new Konva.Stage({ container: element, width: side, height: side });
        const layer = new Konva.Layer({});
        stage.add(layer);
        const lines: KonvaNode[] = [];
        return (all: readonly (readonly number[])[]) => {
          const look = { stroke: "#ff7a59", strokeWidth: 80, lineCap: "round", lineJoin: "round" };
          for (const list of all.slice(lines.length)) {
            const line = new Konva.Line({ points: [...list], ...look });
            lines.push(line);
            layer.add(line);
          }
          lines.at(-1)?.points([...(all.at(-1) ?? [])]);
          layer.batchDraw();
        };
      }

      interface KonvaNode {
        add(node: KonvaNode): void;
        points(list: number[]): void;
        batchDraw(): void;
      }
    },
    { how: peer, strokes: count },
  );
}

/** For production, so that React is what a peer's visitors have. */
async function bundleSketch(): Promise<string> {
  const bundle = await rolldown({ input: "bench/sketch-peer.ts", transform: { define: { "process.env.NODE_ENV": '"production"' } } });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code;
}
