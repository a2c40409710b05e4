"use client";

import { useState } from "react";
import { FieldFrame, helpId } from "#components/ui/field-frame.tsx";
import { GrowingText } from "#components/ui/growing-text.tsx";
import { NumberBox } from "#components/ui/number-box.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { Specimen, Specimens } from "./specimen.tsx";

const choices = ["png", "jpg", "webp"] as const;
const items = choices.map((value) => ({ value, label: value.toUpperCase() }));

export function Fields({ label, help, fault }: { readonly label: string; readonly help: string; readonly fault: string }) {
  const [text, setText] = useState(help);
  const [number, setNumber] = useState<number | undefined>(28);
  const [choice, setChoice] = useState<(typeof choices)[number]>("png");
  const [isOn, setOn] = useState(true);
  return (
    <>
      <Specimens title="FieldFrame, GrowingText">
        <Specimen state="rest">
          <FieldFrame id="rest" label={label} help={help}>
            <GrowingText id="rest" aria-describedby={helpId("rest")} value={text} onText={setText} />
          </FieldFrame>
        </Specimen>
        <Specimen state="changed">
          <FieldFrame id="changed" label={label} help={help} onReset={() => setText(help)}>
            <GrowingText id="changed" aria-describedby={helpId("changed")} value={text} onText={setText} />
          </FieldFrame>
        </Specimen>
        <Specimen state="fault">
          <FieldFrame id="fault" label={label} help={help} fault={fault}>
            <GrowingText id="fault" aria-invalid aria-describedby={helpId("fault")} value={text} onText={setText} />
          </FieldFrame>
        </Specimen>
      </Specimens>
      <Specimens title="TextField, OnceShown">
        <Specimen state="rest">
          <TextField label={label} help={help} value={text} onText={setText} />
        </Specimen>
        <Specimen state="fault">
          <TextField label={label} fault={fault} value={text} onText={setText} />
        </Specimen>
        <Specimen state="told once">
          <OnceShown label={label} text="pnt_0123456789" help={help} />
        </Specimen>
      </Specimens>
      <Specimens title="NumberBox, Slider">
        <Specimen state="rest">
          <NumberBox aria-label={label} value={number} onValue={setNumber} />
        </Specimen>
        <Specimen state="fault">
          <NumberBox aria-label={label} aria-invalid value={number} onValue={setNumber} />
        </Specimen>
        <Specimen state="disabled">
          <NumberBox aria-label={label} disabled value={number} onValue={setNumber} />
        </Specimen>
        <Specimen state="slider">
          <Slider aria-label={label} value={number ?? 0} min={0} max={100} onValue={setNumber} />
        </Specimen>
        <Specimen state="slider disabled">
          <Slider aria-label={label} disabled value={number ?? 0} min={0} max={100} onValue={setNumber} />
        </Specimen>
      </Specimens>
      <Specimens title="SelectBox, Segments, Tabs, Switch">
        <Specimen state="select">
          <SelectBox aria-label={label} value={choice} onChange={(event) => setChoice(choices[event.currentTarget.selectedIndex] ?? "png")}>
            {items.map((item) => (
              <option key={item.value} value={item.value}>
                {item.label}
              </option>
            ))}
          </SelectBox>
        </Specimen>
        <Specimen state="segments">
          <Segments label={label} value={choice} items={items} onChange={setChoice} />
        </Specimen>
        <Specimen state="segments, pills">
          <Segments isPill label={label} value={choice} items={items} onChange={setChoice} />
        </Specimen>
        <Specimen state="segments, bare">
          <Segments isBare label={label} value={choice} items={items} onChange={setChoice} />
        </Specimen>
        <Specimen state="tabs">
          <Tabs label={label} panelId="tab-panel" value={choice} items={items} onChange={setChoice} />
          <span id="tab-panel" className="ml-3 text-dim">
            {choice}
          </span>
        </Specimen>
        <Specimen state="switch">
          <label htmlFor="switch" className="mr-2">
            {label}
          </label>
          <Switch id="switch" checked={isOn} onChange={setOn} />
        </Specimen>
      </Specimens>
    </>
  );
}
