/** Keys typed into a field are the field's. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type=range],[type=radio],[type=checkbox],[type=button])");
}
