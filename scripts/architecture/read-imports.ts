/** The import lines of a source text: static, re-exporting, dynamic and required ones, with their line numbers. */
export interface ImportLine {
  readonly specifier: string;
  readonly line: number;
  /** `import type …`: gone before anything runs. */
  readonly isType: boolean;
  /** `import(…)`: comes when it is asked for. */
  readonly isLater: boolean;
}

const patterns = [
  /(?:^|[;\n}])\s*(?:import|export)\s[^"'`;]*?\sfrom\s*["']([^"']+)["']/g,
  /(?:^|[;\n])\s*import\s*["']([^"']+)["']/g,
  /\b(?:import|require)\s*\(\s*(?:\/\*[\s\S]*?\*\/\s*)?["'`]([^"'`]+)["'`]/g,
];

export function readImports(text: string): readonly ImportLine[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      specifier: match[1] ?? "",
      line: text.slice(0, match.index + match[0].length).split("\n").length,
      isType: /^[;\n}]?\s*(import|export)\s+type\s/.test(match[0]),
      isLater: /^import\s*\(/.test(match[0]),
    })),
  );
}
