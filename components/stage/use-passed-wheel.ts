import { type RefObject, useEffect } from "react";

/** What lies over the canvas hands it the wheel: else it would stop there, and with Control zoom the whole page. */
export function usePassedWheel(layer: RefObject<HTMLElement | null>, canvas: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = layer.current;
    const pass = (event: WheelEvent) => {
      event.preventDefault();
      canvas.current?.dispatchEvent(new WheelEvent("wheel", event));
    };
    element?.addEventListener("wheel", pass, { passive: false });
    return () => element?.removeEventListener("wheel", pass);
  }, [layer, canvas]);
}
