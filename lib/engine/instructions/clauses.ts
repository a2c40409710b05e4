/** Cuts a prompt into single instructions, in order. Quoted text stays whole. */

export function splitClauses(prompt: string): readonly string[] {
  const quotes: string[] = [];
  const kept = prompt
    .normalize("NFKC")
    .toLowerCase()
    .replace(/"[^"]*"|“[^”]*”|「[^」]*」|《[^》]*》/gu, (quote) => `⟦${quotes.push(quote) - 1}⟧`)
    // Conjunctions inside a fixed phrase do not separate instructions.
    .replace(/black (?:and|&|n) white|black-and-white/gu, "monochrome")
    .replace(/bright and airy/gu, "high-key")
    .replace(/teal and orange/gu, "cinematic")
    .replace(/color/gu, "colour");
  return kept
    .split(
      /[,;.!?\n，。；、！？]+(?!\d)|\b(?:and then|and also|and|then|also|plus|while|but)\b|然后|并且|而且|同时|接着|随后|再(?=[把将加调变旋转镜裁])|并(?=[把将加调变旋转镜裁])|以及|和(?=[把将加调变])/u,
    )
    .map((clause) => clause.replace(/⟦(\d+)⟧/gu, (_, n) => quotes[Number(n)] ?? "").trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause) && !/^(?:please|thanks|thank you|请|谢谢)$/u.test(clause));
}
