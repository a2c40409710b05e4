/** Long proofs (`npm run prove`) do as much as we claim; the tests of every day do enough of it to notice a mistake. */
export const isProving = process.env.PROVE === "1";

export function asMuchAs(everyDay: number, proof: number): number {
  return isProving ? proof : everyDay;
}
