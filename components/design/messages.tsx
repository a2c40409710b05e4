"use client";

import { Star } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Fact } from "#components/ui/fact.tsx";
import { FieldFault } from "#components/ui/field-fault.tsx";
import { FitBox } from "#components/ui/fit-box.tsx";
import { HomeLink } from "#components/ui/home-link.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { LiveStatus } from "#components/ui/live-status.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Menu } from "#components/ui/menu.tsx";
import MoreBelow from "#components/ui/more-below.tsx";
import { NameField } from "#components/ui/name-field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { OfflineNote } from "#components/ui/offline-note.tsx";
import { Photo } from "#components/ui/photo.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { UndoNotice } from "#components/ui/undo-notice.tsx";
import { VerdictMark } from "#components/ui/verdict-mark.tsx";
import { ViewerNote } from "#components/ui/viewer-note.tsx";
import { Specimen, Specimens } from "./specimen.tsx";

export function Messages({ label, text }: { readonly label: string; readonly text: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Specimens title="Notice, ProblemNotice">
        {(["calm", "good", "bad"] as const).map((tone) => (
          <Specimen key={tone} state={tone}>
            <Notice tone={tone} title={label}>
              {text}
            </Notice>
          </Specimen>
        ))}
        <Specimen state="problem">
          <ProblemNotice
            problem={{ code: "provider_throttled", message: text, charged: "no", requestId: "req_0" }}
            onClose={() => setOpen(false)}
          >
            <Button>{label}</Button>
          </ProblemNotice>
        </Specimen>
      </Specimens>
      <Specimens title="OfflineNote">
        <Specimen state="rest">
          <OfflineNote text={text} />
        </Specimen>
      </Specimens>
      <Specimens title="ViewerNote">
        <Specimen state="rest">
          <ViewerNote />
        </Specimen>
      </Specimens>
      <Specimens title="MoreBelow">
        {[false, true].map((isLoading) => (
          <Specimen key={String(isLoading)} state={isLoading ? "loading" : "rest"}>
            <MoreBelow count={0} label={label} loadingLabel={text} isLoading={isLoading} onMore={() => setOpen(false)} />
          </Specimen>
        ))}
      </Specimens>
      <Specimens title="HomeLink, FieldFault">
        <Specimen state="rest">
          <HomeLink label="HomeLink" />
        </Specimen>
        <Specimen state="fault">
          <FieldFault text="FieldFault" />
        </Specimen>
      </Specimens>
      <Specimens title="Fact">
        <Specimen state="rest">
          <dl>
            <Fact name="Fact">{label}</Fact>
          </dl>
        </Specimen>
      </Specimens>
      <Specimens title="SectionPanel">
        <Specimen state="rest">
          <SectionPanel title="SectionPanel">…</SectionPanel>
        </Specimen>
      </Specimens>
      <Specimens title="StatusPill, ProgressLine, LiveStatus, Mark">
        {(["calm", "good", "caution"] as const).map((tone) => (
          <Specimen key={tone} state={tone}>
            <StatusPill tone={tone}>{label}</StatusPill>
          </Specimen>
        ))}
        {[0, 0.45, 1, null].map((fraction) => (
          <Specimen key={String(fraction)} state={`fraction ${fraction}`}>
            <span className="block w-32">
              <ProgressLine label={label} fraction={fraction} />
            </span>
          </Specimen>
        ))}
        <Specimen state="heard, not seen">
          <LiveStatus text={text} />
        </Specimen>
        <Specimen state="mark">
          <Mark />
        </Specimen>
      </Specimens>
      <Specimens title="Popover, Dialog, FitBox, Photo, Menu, NameField, UndoNotice, VerdictMark, ThemeSwitch, LanguageSwitch">
        <Specimen state="popover">
          <Popover label={label} button={label} buttonClassName="h-control px-3 underline">
            {(close) => <Button onClick={close}>{text}</Button>}
          </Popover>
        </Specimen>
        <Specimen state="dialog">
          <Button onClick={() => setOpen(true)}>{label}</Button>
          {isOpen && (
            <Dialog label={label} onClose={() => setOpen(false)}>
              <p className="p-6">{text}</p>
            </Dialog>
          )}
        </Specimen>
        <Specimen state="16 : 9 in a square">
          <span className="block size-16 bg-stage">
            <FitBox width={16} height={9}>
              <span className="checkered block size-full" />
            </FitBox>
          </span>
        </Specimen>
        <Specimen state="photo">
          <span className="relative block h-16 w-24 overflow-hidden rounded-lg border border-line">
            <Photo src="/samples/lake.webp" alt={text} className="object-cover" />
          </span>
        </Specimen>
        <Specimen state="menu">
          <Menu label={label} items={[{ icon: Star, label, hint: "S", onChoose: () => undefined }]} />
        </Specimen>
        <Specimen state="name">
          <NameField label={label} name={label} className="h-control px-2" onName={() => undefined} onClose={() => undefined} />
        </Specimen>
        <Specimen state="undo">
          <UndoNotice text={text} className="relative" onUndo={() => undefined} onClose={() => undefined} />
        </Specimen>
        <Specimen state="verdict">
          <VerdictMark mark="approved" />
        </Specimen>
        <ThemeSwitch />
        <LanguageSwitch />
      </Specimens>
    </>
  );
}
