/** The rules of WCAG 2.2 AA that can be computed, asked of a page as it stands. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly Violation[]; readonly passes: readonly unknown[] }>;
}

export async function expectClean(page: Page, where: string): Promise<void> {
  await test.step(`axe: ${where}`, async () => {
    await page.evaluate(axeSource);
    const { faults, passed } = await page.evaluate(async (values) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations, passes } = await axe.run(document, { runOnly: { type: "tag", values } });
      const told = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 240)} ${failureSummary}`),
      );
      return { faults: told, passed: passes.length };
    }, rules);
    expect(faults, where).toEqual([]);
    expect(passed, where).toBeGreaterThan(10);
  });
}

export async function wear(context: BrowserContext, baseURL: string | undefined, cookies: Readonly<Record<string, string>>): Promise<void> {
  const url = baseURL ?? "";
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
}
