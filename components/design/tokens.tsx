import { Specimen, Specimens } from "./specimen.tsx";

/** Whole class names, so that the sheet holds them. */
const colours = {
  page: "bg-page",
  panel: "bg-panel",
  raised: "bg-raised",
  stage: "bg-stage",
  line: "bg-line",
  edge: "bg-edge",
  ink: "bg-ink",
  dim: "bg-dim",
  faint: "bg-faint",
  accent: "bg-accent",
  "accent-hover": "bg-accent-hover",
  "accent-ink": "bg-accent-ink",
  "accent-text": "bg-accent-text",
  ok: "bg-ok",
  caution: "bg-caution",
  danger: "bg-danger",
  mask: "bg-mask",
  glass: "bg-glass",
} as const;

const sizes = {
  "2xs": "text-2xs",
  xs: "text-xs",
  sm: "text-sm",
  md: "text-md",
  lg: "text-lg",
  xl: "text-xl",
  "2xl": "text-2xl",
} as const;

/** A list, since an object would put whole numbers first. */
const steps = [
  ["0.5", "w-0.5"],
  ["1", "w-1"],
  ["1.5", "w-1.5"],
  ["2", "w-2"],
  ["2.5", "w-2.5"],
  ["3", "w-3"],
  ["4", "w-4"],
  ["6", "w-6"],
  ["8", "w-8"],
  ["12", "w-12"],
  ["16", "w-16"],
  ["control", "w-control"],
] as const;

const radii = { "rounded-md": "rounded-md", "rounded-lg": "rounded-lg", "rounded-full": "rounded-full" } as const;

export function Tokens({ sample }: { readonly sample: string }) {
  return (
    <>
      <Specimens title="colour">
        {Object.entries(colours).map(([name, look]) => (
          <Specimen key={name} state={name}>
            <span className={`block h-12 w-16 rounded-md border border-line ${look}`} />
          </Specimen>
        ))}
      </Specimens>
      <Specimens title="text">
        <div className="grid gap-3">
          {Object.entries(sizes).map(([name, look]) => (
            <Specimen key={name} state={look}>
              <span className={look}>{sample}</span>
            </Specimen>
          ))}
        </div>
      </Specimens>
      <Specimens title="space">
        {steps.map(([name, look]) => (
          <Specimen key={name} state={name}>
            <span className={`block h-8 bg-accent ${look}`} />
          </Specimen>
        ))}
      </Specimens>
      <Specimens title="radius">
        {Object.entries(radii).map(([name, look]) => (
          <Specimen key={name} state={name}>
            <span className={`block size-12 border border-edge bg-raised ${look}`} />
          </Specimen>
        ))}
      </Specimens>
    </>
  );
}
