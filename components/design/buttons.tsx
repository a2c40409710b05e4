import { Star } from "lucide-react";
import { Button, type ButtonTone } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Specimen, Specimens } from "./specimen.tsx";

const focused = "outline-2 outline-offset-2 outline-accent-text";
const hovered: Readonly<Record<ButtonTone, string>> = { primary: "bg-accent-hover", plain: "border-edge", quiet: "bg-raised text-ink" };

export function Buttons({ label, name }: { readonly label: string; readonly name: string }) {
  return (
    <>
      {(["primary", "plain", "quiet"] as const).map((tone) => (
        <Specimens key={tone} title={`Button ${tone}`}>
          <Specimen state="rest">
            <Button tone={tone}>{label}</Button>
          </Specimen>
          <Specimen state="hover">
            <Button tone={tone} className={hovered[tone]}>
              {label}
            </Button>
          </Specimen>
          <Specimen state="focus">
            <Button tone={tone} className={focused}>
              {label}
            </Button>
          </Specimen>
          <Specimen state="disabled">
            <Button tone={tone} disabled>
              {label}
            </Button>
          </Specimen>
          <Specimen state="with a key">
            <Button tone={tone}>
              {label}
              <KeyHint>⌘↵</KeyHint>
            </Button>
          </Specimen>
          <Specimen state="link">
            <ButtonLink tone={tone} href="/">
              {label}
            </ButtonLink>
          </Specimen>
        </Specimens>
      ))}
      <Specimens title="PageLink">
        <Specimen state="rest">
          <PageLink href="/" className="text-accent-text underline underline-offset-2">
            {name}
          </PageLink>
        </Specimen>
      </Specimens>
      <Specimens title="IconButton">
        <Specimen state="rest">
          <IconButton icon={Star} label={name} />
        </Specimen>
        <Specimen state="small">
          <IconButton small icon={Star} label={name} />
        </Specimen>
        <Specimen state="focus">
          <IconButton icon={Star} label={name} className={focused} />
        </Specimen>
        <Specimen state="pressed">
          <IconButton icon={Star} label={name} aria-pressed tone="accent" className="[&_svg]:fill-current" />
        </Specimen>
        <Specimen state="disabled">
          <IconButton icon={Star} label={name} disabled />
        </Specimen>
      </Specimens>
    </>
  );
}
