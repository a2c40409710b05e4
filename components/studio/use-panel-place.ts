import { type RefObject, useEffect } from "react";

/** Where the panel stands: at its top for an edit newly opened, at the first fault after a run that was refused. */
export function usePanelPlace(panel: RefObject<HTMLDivElement | null>, openId: string | undefined, faultRound: number): void {
  useEffect(() => {
    if (faultRound > 0) panel.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-faulty] button')?.focus();
  }, [faultRound, panel]);
  useEffect(() => {
    if (openId) panel.current?.scrollTo({ top: 0 });
  }, [openId, panel]);
}
