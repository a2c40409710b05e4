/** One studio without a key for all journeys: the local engine answers, as on a train. */
import { startStudio } from "#lib/testing/start-studio.ts";

export default async function startStudioOnce(): Promise<() => Promise<void>> {
  const studio = await startStudio();
  process.env.STUDIO_ORIGIN = studio.origin;
  return studio.stop;
}
