"use client";

import { useState } from "react";

interface Notifications {
  /** Asks for leave; null where it was given or refused already, or where there is nobody to ask. */
  readonly ask: (() => void) | null;
  /** Says it outside the page, when nobody looks at the page. */
  tell(title: string, text: string): void;
}

/** The system's own notices: asked for by a press alone, sent only while the page is hidden. */
export function useNotifications(): Notifications {
  const [leave, setLeave] = useState(() => (typeof Notification === "undefined" ? "denied" : Notification.permission));
  return {
    ask: leave === "default" ? () => void Notification.requestPermission().then(setLeave) : null,
    tell(title, text) {
      if (leave !== "granted" || !document.hidden) return;
      try {
        new Notification(title, { body: text, tag: title });
      } catch {
        // Some phones allow notices to service workers only.
      }
    },
  };
}
