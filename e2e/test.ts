/** The journeys' own `test`: an error in the console, a crashed page or a call to another host fails it. */
import { test as base, expect } from "@playwright/test";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";

interface Quiet {
  /** Names an error that belongs to the journey, as when a picture is refused; one that then does not come fails it too. */
  expect(fault: RegExp): void;
  /** Names one that may come or not, as when a connection is cut at any moment. */
  allow(fault: RegExp): void;
}

export const test = base.extend<{ readonly quiet: Quiet }, { readonly home: Studio }>({
  /** Without a key: the local engine answers, as on a train. One for each process that runs journeys, so that they run side by side. */
  home: [
    async ({ browserName: _browser }, use) => {
      const studio = await startStudio();
      process.env.STUDIO_ORIGIN = studio.origin;
      await use(studio);
      await studio.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ home }, use) => {
    await use(home.origin);
  },
  /** Pages come drawn by the server; a person is slower than their scripts, a journey is not. */
  page: async ({ page }, use) => {
    const goTo = page.goto.bind(page);
    page.goto = async (address, options) => {
      const answer = await goTo(address, options);
      await page.waitForFunction(isListening);
      return answer;
    };
    await use(page);
  },
  quiet: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const expected: RegExp[] = [];
      const allowed: RegExp[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
      page.on("request", (request) => {
        const isOwn = request.url().startsWith(`${baseURL}/`) || /^(blob|data):/.test(request.url());
        if (!isOwn) faults.push(`foreign request: ${request.url()}`);
      });
      await use({ expect: (fault) => expected.push(fault), allow: (fault) => allowed.push(fault) });
      expect(faults.filter((fault) => ![...expected, ...allowed].some((one) => one.test(fault)))).toEqual([]);
      for (const one of expected) expect(faults.join("\n")).toMatch(one);
    },
    { auto: true },
  ],
});

/** Whether the framework has taken the page over, where it is one of the framework's; what is pressed from then on is not lost. */
function isListening(): boolean {
  const isDrawn = document.querySelector("script[src*='/_next/']") !== null;
  return !isDrawn || Object.keys(document).some((key) => key.startsWith("__reactContainer"));
}

export { expect };
