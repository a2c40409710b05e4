import { describe, expect, it } from "vitest";
import { startProgress } from "./progress-line.ts";

describe("a progress line", () => {
  it("has the form the gateways' models print", () => {
    let nowMs = 0;
    const tell = startProgress(() => nowMs);
    nowMs = 1000;
    expect(tell(13, 28)).toBe(" 46%|████▋     | 13/28 [00:01<00:01]");
    nowMs = 61_000;
    expect(tell(28, 28)).toBe("100%|██████████| 28/28 [01:01<00:00]");
  });

  it("is told neither twice, nor backwards, nor more often than a person can read, but always at the end", () => {
    let nowMs = 0;
    const tell = startProgress(() => nowMs);
    expect(tell(0, 100)).toBe("  0%|          | 0/100 [00:00<?]");
    expect(tell(10, 100)).toBeNull();
    nowMs = 300;
    expect(tell(20, 100)).not.toBeNull();
    nowMs = 600;
    expect(tell(20, 100)).toBeNull();
    expect(tell(15, 100)).toBeNull();
    expect(tell(100, 100)).not.toBeNull();
    expect(tell(100, 100)).toBeNull();
  });
});
