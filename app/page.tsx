import { Desk } from "#components/desk/desk.tsx";
import { admitPage } from "./admit-page.ts";

export default async function DeskPage() {
  await admitPage("/");
  return <Desk />;
}
