/** Showing who one is: a second factor, a way back after a forgotten password, the way out of a browser; by hand, as people do. */
import type { Browser, Page } from "@playwright/test";
import { codeAt, stepAt } from "#lib/server/people/totp.ts";
import { keepingOf } from "#lib/testing/keeping.ts";
import { expectClean } from "./axe.ts";
import { drawScene } from "./pictures.ts";
import { password, setUpCode, teamEnvironment } from "./team-settings.ts";
import { expect, test } from "./test.ts";

test.use({ environment: { ...teamEnvironment, SECOND_FACTOR: "required" } });
test.describe.configure({ mode: "serial" });

/** The first person's, as their app has it. */
let key = "";
/** Each code counts once: the next is that of the step after, which the studio takes as well. */
let lastStep = 0;
let spare: readonly string[] = [];

function nextCode(): string {
  lastStep = Math.max(stepAt(Date.now()), lastStep + 1);
  return codeAt(key, lastStep);
}

async function addFactor(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Add a second factor" }).click();
  const added = await page.getByRole("textbox", { name: "Key of the second factor" }).inputValue();
  await expect(page.getByRole("img", { name: "Code to be read by the app" })).toBeVisible();
  await page.getByLabel("The code the app shows now").fill(codeAt(added, stepAt(Date.now())));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Ten codes for when the app is lost")).toBeVisible();
  return added;
}

async function anotherBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  return context.newPage();
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("where everybody needs a second factor, nobody sees anything before they have one", async ({ page, quiet }) => {
  quiet.allow(/40[13]|422/);
  await page.goto("/");
  await page.getByLabel("Set-up code").fill(setUpCode);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Become its owner" }).click();
  await expect(page.getByRole("heading", { name: "Add a second factor", level: 1 })).toBeVisible();
  expect((await page.request.get("/api/projects")).status()).toBe(403);
  await page.goto("/people");
  await expect(page).toHaveURL(/\/second-factor\?to=%2Fpeople$/);
  await page.getByRole("button", { name: "Add a second factor" }).click();
  await expect(page.getByRole("img", { name: "Code to be read by the app" })).toBeVisible();
  await expectClean(page, "adding a second factor");
  await page.getByLabel("The code the app shows now").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByLabel("The code the app shows now")).toHaveAccessibleDescription(/\S/);
  await page.getByRole("button", { name: "Cancel" }).click();
  key = await addFactor(page);
  lastStep = stepAt(Date.now());
  spare = await page
    .getByRole("list")
    .filter({ hasText: /^([A-Z2-7]{7}-){3}/ })
    .getByRole("listitem")
    .allTextContents();
  expect(spare).toHaveLength(10);
  await expectClean(page, "codes for when the app is lost");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "People of this studio" })).toBeVisible();
});

test("signing in asks for the code beside the password, and takes one of those that were kept", async ({
  page,
  browser,
  baseURL,
  quiet,
}) => {
  quiet.allow(/40[13]/);
  await page.goto("/sign-in");
  await signIn(page, "ada@example.com", password);
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await expectClean(page, "sign-in with a code");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(nextCode());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();

  const other = await anotherBrowser(browser, baseURL);
  await other.goto("/sign-in");
  await signIn(other, "ada@example.com", password);
  await other.getByLabel("Code", { exact: true }).fill(spare[0]?.toLowerCase() ?? "");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { name: "Projects" })).toBeVisible();
  await other.goto("/settings");
  await expect(other.getByText("9 codes left for when the app is lost")).toBeVisible();
  await other.context().close();
});

test("an owner makes a way back for somebody, who chooses another password and still needs their second factor", async ({
  page,
  browser,
  baseURL,
  quiet,
}) => {
  quiet.allow(/40[134]|422/);
  await page.goto("/sign-in?to=/people");
  await signIn(page, "ada@example.com", password);
  await page.getByLabel("Code", { exact: true }).fill(spare[1] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const invitation = await page.getByRole("textbox", { name: "Address" }).inputValue();

  const grace = await anotherBrowser(browser, baseURL);
  await grace.goto(invitation);
  await grace.getByLabel("Name", { exact: true }).fill("Grace");
  await grace.getByLabel("E-mail").fill("grace@example.com");
  await grace.getByLabel("Password").fill(password);
  await grace.getByRole("button", { name: "Join" }).click();
  await addFactor(grace);

  await page.reload();
  await page.getByRole("button", { name: "New password for Grace" }).click();
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  expect(address).toMatch(/\/way-back#[\w-]{43}$/);
  await grace.goto(address);
  await expectClean(grace, "a way back");
  await grace.getByLabel("Password").fill("passwordpassword");
  await grace.getByRole("button", { name: "Take this password" }).click();
  await expect(grace.getByLabel("Password")).toHaveAccessibleDescription(/\S/);
  await grace.getByLabel("Password").fill("another sentence is good");
  await grace.getByRole("button", { name: "Take this password" }).click();
  await expect(grace).toHaveURL(/\/sign-in/);
  await signIn(grace, "grace@example.com", "another sentence is good");
  await expect(grace.getByLabel("Code", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Second factor off: Grace" }).click();
  await expect(page.getByRole("button", { name: "Second factor off: Grace" })).toHaveCount(0);
  await grace.goto("/sign-in");
  await signIn(grace, "grace@example.com", "another sentence is good");
  await expect(grace.getByRole("heading", { name: "Add a second factor", level: 1 })).toBeVisible();
  await grace.context().close();
});

test("what opens doors for later asks for the password again when it was not given for a while", async ({ page, home, quiet }) => {
  quiet.allow(/40[13]|422/);
  await page.goto("/sign-in?to=/settings");
  await signIn(page, "ada@example.com", password);
  await page.getByLabel("Code", { exact: true }).fill(spare[2] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("region", { name: "Account" })).toBeVisible();
  // Ten minutes later.
  await (await keepingOf(home.dataFolder)).execute("update sessions set proved_at_ms = proved_at_ms - 600001");
  const tokens = page.getByRole("region", { name: "Tokens for scripts" });
  await tokens.getByLabel("What it is for").fill("night batch");
  await tokens.getByRole("button", { name: "Make a token" }).click();
  const proof = tokens.getByRole("form", { name: "Show who you are" });
  await expect(proof.getByLabel("Password")).toBeFocused();
  await expectClean(page, "asking for the password again");
  await proof.getByLabel("Password").fill("not this one");
  await proof.getByLabel("Code", { exact: true }).fill(spare[3] ?? "");
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(proof.getByLabel("Password")).toHaveAccessibleDescription(/\S/);
  await proof.getByLabel("Password").fill(password);
  await proof.getByLabel("Code", { exact: true }).fill(spare[4] ?? "");
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(tokens.getByRole("textbox", { name: "Tokens for scripts" })).toHaveValue(/^pnt_/);
  await expect(proof).toHaveCount(0);
});

test("signing out tells of what was not sent and clears it; a session that ran out leaves it for the same person alone", async ({
  page,
  quiet,
}) => {
  quiet.allow(/40[134]/);
  const enter = async (code: string) => {
    await page.goto("/sign-in");
    await signIn(page, "ada@example.com", password);
    await page.getByLabel("Code", { exact: true }).fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  };
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(":prj_")).length);
  await enter(spare[5] ?? "");
  const sent = await page.request.post("/api/pictures", { data: drawScene(320, 200), headers: { "content-type": "image/png" } });
  const made = await page.request.post("/api/projects", { data: { name: "Harbour", pictureId: (await sent.json()).id } });
  const { id } = await made.json();
  const write = async () => {
    await page.goto(`/projects/${id}`);
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a boat nobody knows of");
    await expect.poll(kept).toBeGreaterThan(0);
  };
  await write();
  await page.context().clearCookies({ name: "pentimento" });
  await enter(spare[6] ?? "");
  expect(await kept()).toBeGreaterThan(0);

  await page.goto("/settings");
  const account = page.getByRole("region", { name: "Account" });
  await account.getByRole("button", { name: "Sign out" }).click();
  await expect(account.getByText("Something here was not sent")).toBeVisible();
  await expectClean(page, "leaving with something unsent");
  await account.getByRole("button", { name: "Stay" }).click();
  expect(await kept()).toBeGreaterThan(0);
  await account.getByRole("button", { name: "Sign out" }).click();
  await account.getByRole("button", { name: "Sign out and clear it" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await kept()).toBe(0);

  await enter(spare[7] ?? "");
  await write();
  await page.context().clearCookies({ name: "pentimento" });
  await page.goto("/sign-in");
  await signIn(page, "grace@example.com", "another sentence is good");
  await expect(page.getByRole("heading", { name: "Add a second factor", level: 1 })).toBeVisible();
  expect(await kept()).toBe(0);
});
