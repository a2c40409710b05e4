/** Headless Chromium for benches: the machine's own where there is one. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];

export function openBrowser(): Promise<Browser> {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  return chromium.launch(executablePath ? { executablePath, args } : { args });
}
