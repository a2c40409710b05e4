import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "./en.json";
import { pickLanguage } from "./languages.ts";
import zhCN from "./zh-CN.json";

const messages = { en, "zh-CN": zhCN };

export default getRequestConfig(async () => {
  const locale = pickLanguage((await cookies()).get("language")?.value, (await headers()).get("accept-language"));
  return { locale, messages: messages[locale], timeZone: "UTC" };
});
