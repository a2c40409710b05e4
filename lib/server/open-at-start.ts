/** Opens the house with the server, so that every prediction that was under way goes on before anybody asks. */
import { openHouse } from "./index.ts";

const badSettings = 78;

export async function openAtStart(): Promise<void> {
  try {
    const house = await openHouse();
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void house.close());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(badSettings);
  }
}
