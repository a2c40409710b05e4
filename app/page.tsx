import { Desk } from "#components/desk/desk.tsx";

export default function DeskPage() {
  return <Desk />;
}
