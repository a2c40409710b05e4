import { describe, expect, it } from "vitest";
import { createWaitSlots } from "./wait-slots.ts";

const waits = { calmSeconds: 25, crowdedSeconds: 4 };

function gate(): { open: () => void; opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("wait slots", () => {
  it("let only so many hold on at once and pass a slot on when one is given back", async () => {
    const slots = createWaitSlots(2, waits);
    const { signal } = new AbortController();
    const gates = [gate(), gate(), gate()];
    const begun: number[] = [];
    const held = gates.map(({ opened }, at) =>
      slots.hold(async () => {
        begun.push(at);
        await opened;
      }, signal),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    gates[0]?.open();
    await held[0];
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2]);
    gates[1]?.open();
    gates[2]?.open();
    await Promise.all(held);
  });

  it("allow long waits while slots are free and short ones when all are taken", async () => {
    const slots = createWaitSlots(2, waits);
    const { signal } = new AbortController();
    const first = gate();
    const isHeld = gate();
    const told: number[] = [];
    const holding = slots.hold(async (seconds) => {
      told.push(seconds);
      isHeld.open();
      await first.opened;
    }, signal);
    await isHeld.opened;
    await slots.hold(async (seconds) => void told.push(seconds), signal);
    first.open();
    await holding;
    expect(told).toEqual([25, 4]);
  });

  it("let one who gave up leave the queue, and go on after a failure", async () => {
    const slots = createWaitSlots(1, waits);
    const patient = new AbortController();
    const hasty = new AbortController();
    const first = gate();
    const failing = slots.hold(async () => {
      await first.opened;
      throw new Error("broken");
    }, patient.signal);
    const leaving = slots.hold(async () => "never", hasty.signal);
    const staying = slots.hold(async () => "served", patient.signal);
    hasty.abort(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    first.open();
    await expect(failing).rejects.toThrow("broken");
    expect(await staying).toBe("served");
  });
});
