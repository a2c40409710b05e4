/** Pictures pasted anywhere on the page; text that is pasted into a field is left alone. */
import { useEffect, useRef } from "react";

export function usePastedFiles(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    function takePaste(event: ClipboardEvent): void {
      const files = Array.from(event.clipboardData?.files ?? []);
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    }
    window.addEventListener("paste", takePaste);
    return () => window.removeEventListener("paste", takePaste);
  }, []);
}
