/** What every way to signal must do: one suite, run for each. */
import { describe, expect, test } from "vitest";
import type { Signal, Signals } from "./signals.ts";

export function describeSignals(name: string, open: () => Promise<Signals>): void {
  describe(`signals within ${name}`, () => {
    test("everybody who listens hears everything, in the order it was sent", async () => {
      const signals = await open();
      const plain: Signal[] = [{ kind: "due" }, { kind: "called" }, { kind: "unknown" }];
      const sent: Signal[] = [{ kind: "changed", id: "prd_1" }, ...plain, { kind: "changed", id: "prd_2" }];
      const listeners = [0, 1].map(() => {
        const heard: Signal[] = [];
        const all = new Promise<Signal[]>((resolve) => {
          signals.listen((signal) => {
            heard.push(signal);
            if (heard.length === sent.length) resolve(heard);
          });
        });
        return all;
      });
      for (const signal of sent) signals.send(signal);
      expect(await Promise.all(listeners)).toEqual([sent, sent]);
      await signals.close();
    });

    test("sending after the close, and closing twice, harms nobody", async () => {
      const signals = await open();
      await Promise.all([signals.close(), signals.close()]);
      signals.send({ kind: "due" });
      await signals.close();
    });
  });
}
