/** Opens the house when the server starts, so that every prediction that was under way goes on before anybody asks. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openHouse } = await import("#lib/server/index.ts");
  try {
    const house = await openHouse();
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void house.close());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(78);
  }
}
