/** Whose the keys are while the focus stands somewhere. */
import type { PressPlace } from "./dispatcher.ts";

const fields = "textarea, select, input:not([type=range],[type=radio],[type=checkbox],[type=button])";
const pressed = "button, a[href], summary, [role=button], [role=switch], [role=tab], input[type=radio], input[type=checkbox]";

export function keyPlaceOf(target: EventTarget | null): PressPlace {
  if (!(target instanceof HTMLElement)) return { isTyping: false, isOnButton: false };
  return { isTyping: target.isContentEditable || target.matches(fields), isOnButton: target.matches(pressed) };
}
