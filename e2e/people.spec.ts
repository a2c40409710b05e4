/** A studio for a team: the first person, an invitation, what each role sees, a password, a token, and the way out. */
import { type MadeInvitation, peoplePaths } from "#lib/people-wire.ts";
import { type Picture, type Project, paths } from "#lib/wire.ts";
import { expectClean, wear } from "./axe.ts";
import { drawScene } from "./pictures.ts";
import { password, setUpCode, teamEnvironment } from "./team-settings.ts";
import { expect, test } from "./test.ts";

test.use({ environment: teamEnvironment });
test.describe.configure({ mode: "serial" });

test("the first person makes the studio theirs, invites another, and both come and go", async ({ page, browser, baseURL, quiet }) => {
  quiet.allow(/40[13]|422/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/set-up$/);
  await expect(page.getByLabel("Set-up code")).toBeVisible();
  await expectClean(page, "set-up");
  await page.getByLabel("Set-up code").fill("a wrong code");
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Become its owner" }).click();
  await expect(page.getByLabel("Set-up code")).toHaveAccessibleDescription(/Expected the code of this installation/);
  await page.getByLabel("Set-up code").fill(setUpCode);
  await page.getByRole("button", { name: "Become its owner" }).click();
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();

  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Account" })).toContainText("Ada, ada@example.com");
  await page.getByRole("link", { name: "Manage people" }).click();
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  expect(address).toMatch(/\/invited#[\w-]{43}$/);

  const theirs = await browser.newContext({ baseURL: baseURL ?? "", locale: "zh-CN" });
  const their = await theirs.newPage();
  await their.goto(address);
  await expect(their.getByRole("heading", { name: "加入此工作室" })).toBeVisible();
  await their.getByLabel("姓名").fill("李雷");
  await their.getByLabel("邮箱").fill("lilei@example.com");
  await their.getByLabel("密码").fill(password);
  await their.getByRole("button", { name: "加入" }).click();
  await expect(their.getByRole("heading", { name: "项目" })).toBeVisible();
  await their.goto("/settings");
  await expect(their.getByRole("region", { name: "账户" })).toContainText("编辑者");
  await expect(their.getByRole("link", { name: "管理成员" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("combobox", { name: "Role of 李雷" }).selectOption({ label: "Viewer" });
  await expect(page.getByRole("region", { name: "What was done" })).toContainText("joined");
  await page.getByRole("button", { name: "Disable 李雷" }).click();
  await expect(page.getByRole("button", { name: "Enable 李雷" })).toBeVisible();
  await their.goto("/settings");
  await expect(their).toHaveURL(/\/sign-in\?to=%2Fsettings$/);
  await theirs.close();
});

test("whoever is sent to sign in comes to where they wanted to be; a new password ends the old one", async ({ page, quiet }) => {
  quiet.allow(/40[13]|422/);
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fsettings$/);
  const signIn = async (secret: string) => {
    await page.getByLabel("E-mail").fill("Ada@Example.com");
    await page.getByLabel("Password").fill(secret);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(password);
  const account = page.getByRole("region", { name: "Account" });
  await account.getByLabel("Present password").fill(password);
  await account.getByLabel("New password").fill("another sentence is good");
  await account.getByRole("button", { name: "Change the password" }).click();
  await expect(account.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Where you are signed in" }).getByRole("listitem")).toHaveCount(1);

  const tokens = page.getByRole("region", { name: "Tokens for scripts" });
  await tokens.getByLabel("What it is for").fill("night batch");
  await tokens.getByRole("button", { name: "Make a token" }).click();
  const token = await tokens.getByRole("textbox", { name: "Tokens for scripts" }).inputValue();
  const list = () => page.request.get("/replicate/v1/predictions", { headers: { authorization: `Bearer ${token}` } });
  expect((await list()).status()).toBe(200);
  await tokens.getByRole("button", { name: "Revoke night batch" }).click();
  await expect(tokens.getByText("There is none yet.")).toBeVisible();
  expect((await list()).status()).toBe(401);

  await account.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(password);
  await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await signIn("another sentence is good");
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
});

test("an invitation that was used says so", async ({ page, request, quiet }) => {
  quiet.expect(/404/);
  const entered = await request.post(peoplePaths.session, { data: { email: "ada@example.com", password: "another sentence is good" } });
  expect(entered.status()).toBe(200);
  const made: MadeInvitation = await (
    await request.post(peoplePaths.invitations, { data: { role: "viewer", email: "v@example.com" } })
  ).json();
  await page.goto(peoplePaths.invitedPage(made.token));
  await expect(page.getByLabel("E-mail")).toHaveValue("v@example.com");
  await request.delete(peoplePaths.invitation(made.invitation.id));
  await page.reload();
  await expect(page.getByRole("heading", { name: "This invitation is no longer open" })).toBeVisible();
});

test("a project is private until whoever made it shares it, and the desk says so", async ({ page }) => {
  const entered = await page.request.post(peoplePaths.session, {
    data: { email: "ada@example.com", password: "another sentence is good" },
  });
  expect(entered.status()).toBe(200);
  const project: Project = await (await page.request.post(paths.projects, { data: { name: "Breakwater" } })).json();
  await page.goto("/");
  const card = page.getByRole("article").filter({ hasText: "Breakwater" });
  await expect(card.getByText(/^Only you see it/)).toBeVisible();
  await page.goto(`/projects/${project.id}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const panel = page.getByRole("region", { name: "Share" });
  const team = panel.getByRole("switch", { name: "The whole team sees it" });
  await expect(team).not.toBeChecked();
  await team.click();
  await expect(team).toBeChecked();
  await expect(team).toHaveAccessibleDescription(/Everybody who is signed in sees this project/);
  await page.goto("/");
  await expect(card).toBeVisible();
  await expect(card.getByText(/^Only you see it/)).toHaveCount(0);
});

test("whoever only looks sees everything, downloads, and meets no control that would be refused", async ({ page, request }) => {
  await request.post(peoplePaths.session, { data: { email: "ada@example.com", password: "another sentence is good" } });
  const sent = await request.post(paths.pictures, { data: drawScene(480, 320), headers: { "content-type": "image/png" } });
  const picture: Picture = await sent.json();
  const project: Project = await (await request.post(paths.projects, { data: { name: "Harbour", pictureId: picture.id } })).json();
  await request.patch(paths.project(project.id), { data: { isPrivate: false } });
  const inputs = { prompt: "warmer", input_image: picture.id };
  const model = "black-forest-labs/flux-kontext-pro";
  await request.post(paths.predictions, { data: { projectId: project.id, parentEditId: project.currentEditId, model, inputs } });
  const read = async (): Promise<Project> => (await request.get(paths.project(project.id))).json();
  await expect.poll(async () => (await read()).edits.length).toBe(2);
  const made: MadeInvitation = await (
    await request.post(peoplePaths.invitations, { data: { role: "viewer", email: "looker@example.com" } })
  ).json();

  await page.goto(peoplePaths.invitedPage(made.token));
  await page.getByLabel("Name", { exact: true }).fill("Looker");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "Projects", level: 2 })).toBeVisible();
  const changes: string[] = [];
  page.on("request", (sent) => sent.method() !== "GET" && changes.push(`${sent.method()} ${sent.url()}`));
  await expect(page.getByText(/^You are here as a viewer/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Choose|Start from|Two pictures|More for|Star )/ })).toHaveCount(0);
  await expectClean(page, "the desk of a viewer");

  await page.getByRole("link", { name: /Harbour/ }).click();
  await expect(page.getByText(/^You are here as a viewer/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Harbour" })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "History" })
    .getByRole("button", { name: /^warmer/ })
    .click();
  await expect(page.getByRole("slider", { name: /^Compare/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Keep|Discard|Undo|Enlarge|Again|Share|Options)/ })).toHaveCount(0);
  for (const key of ["Enter", "r", "k", "*", "F2", "Shift+Delete", "Control+Enter", "Control+z"]) await page.keyboard.press(key);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectClean(page, "the studio of a viewer");
  await page
    .getByRole("button", { name: /^(Download|Export)/ })
    .first()
    .click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download file" }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.png$/);
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Account" })).toContainText("Viewer");
  await expect(page.getByRole("button", { name: "Test the connection" })).toHaveCount(0);
  expect(changes.filter((change) => !change.includes("/download"))).toEqual([]);
});

for (const [language, theme, say] of [
  ["en", "light", { people: "People of this studio", account: "Account", signIn: "Sign in" }],
  ["zh-CN", "dark", { people: "此工作室的成员", account: "账户", signIn: "登录" }],
] as const) {
  for (const width of [320, 1440]) {
    test(`pages about people keep the rules of WCAG 2.2 AA, ${language}, ${theme}, ${width} px wide`, async ({
      page,
      context,
      baseURL,
    }) => {
      await wear(context, baseURL, { language, theme });
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(peoplePaths.signInPage);
      await expect(page.getByRole("heading", { name: say.signIn })).toBeVisible();
      await expectClean(page, "sign-in");
      const entered = await page.request.post(peoplePaths.session, {
        data: { email: "ada@example.com", password: "another sentence is good" },
      });
      expect(entered.status()).toBe(200);
      await page.goto("/settings");
      await expect(page.getByRole("region", { name: say.account })).toBeVisible();
      await expectClean(page, "settings with an account");
      await page.goto(peoplePaths.peoplePage);
      await expect(page.getByRole("heading", { name: say.people })).toBeVisible();
      await expect(page.getByText("lilei@example.com").first()).toBeVisible();
      await expectClean(page, "people");
    });
  }
}
