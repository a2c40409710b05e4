"use client";

/** Hands the words of the person's language to the rooms; a border of its own, so that the server's half stays on the server. */
export { IntlProvider as MessagesProvider } from "next-intl";
