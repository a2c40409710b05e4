/** Whether files are being dragged over the window; those that fall where nothing else takes them are handed over here. */
import { useEffect, useRef, useState } from "react";

export function useDraggedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    function enter(event: DragEvent): void {
      if (!carriesFiles(event)) return;
      // Without this the browser would open the file instead.
      event.preventDefault();
      setDragging(true);
    }
    function leave(event: DragEvent): void {
      // Between two elements of the page there is always the one that is entered.
      if (event.relatedTarget === null) setDragging(false);
    }
    function drop(event: DragEvent): void {
      setDragging(false);
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length > 0) latest.current(files);
    }
    const listeners = { dragenter: enter, dragover: enter, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return isDragging;
}
