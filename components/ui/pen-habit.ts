/** Whether a pen was seen since the page's tab was opened, and whether one is at work now: then a touch is a resting hand. */
const key = "pen-seen";
/** A pen that hovers or has just left the glass is still in the hand. */
const nearMs = 500;

export class PenHabit {
  private isSeen = readSeen();
  private isDown = false;
  private lastMs = Number.NEGATIVE_INFINITY;

  get hasBeenSeen(): boolean {
    return this.isSeen;
  }

  notice(timeMs: number, isDown: boolean): void {
    this.isDown = isDown;
    this.lastMs = timeMs;
    if (this.isSeen) return;
    this.isSeen = true;
    try {
      sessionStorage.setItem(key, "yes");
    } catch {
      // Without a store it is known as long as this canvas lives.
    }
  }

  isAtWork(timeMs: number): boolean {
    return this.isDown || timeMs - this.lastMs < nearMs;
  }
}

function readSeen(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
