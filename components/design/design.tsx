"use client";

import { useTranslations } from "next-intl";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { Buttons } from "./buttons.tsx";
import { Fields } from "./fields.tsx";
import { Messages } from "./messages.tsx";
import { Tokens } from "./tokens.tsx";

/** Every token and every primitive in every state, in the words of the studio, to be looked at in both themes and languages. */
export function Design() {
  const app = useTranslations("app");
  const settings = useTranslations("settings");
  const errors = useTranslations("errors");
  const [label, text] = [settings("title"), app("description")];
  return (
    <>
      <main className="mx-auto grid max-w-5xl gap-8 p-6">
        <h1 className="text-2xl font-semibold">{app("name")}</h1>
        <Tokens sample={text} />
        <Buttons label={label} name={label} />
        <Fields label={label} help={text} fault={errors("invalid_input.what")} />
        <Messages label={label} text={text} />
      </main>
      <FullPageNotice title={app("name")} text={text}>
        {null}
      </FullPageNotice>
    </>
  );
}
