/** The journeys' own `test`: an error in the console, a crashed page or a call to another host fails it. */
import { test as base, expect } from "@playwright/test";

export const test = base.extend<{ readonly quiet: undefined }>({
  baseURL: async ({ browserName: _browser }, use) => {
    await use(process.env.STUDIO_ORIGIN ?? "");
  },
  quiet: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
      page.on("request", (request) => {
        const isOwn = request.url().startsWith(`${baseURL}/`) || /^(blob|data):/.test(request.url());
        if (!isOwn) faults.push(`foreign request: ${request.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
