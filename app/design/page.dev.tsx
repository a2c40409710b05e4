/** Compiled by `npm run dev` only: its ending is no page's to a build. */
import { Design } from "#components/design/design.tsx";

export default function DesignPage() {
  return <Design />;
}
