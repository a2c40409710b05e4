import { describe, expect, it } from "vitest";
import { createDispatcher } from "./dispatcher.ts";
import { standardSettings } from "./shortcut-settings.ts";

const free = { isTyping: false, isOnButton: false };
const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    ...{ key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
    ...{ isComposing: false, keyCode: 0, repeat: false, defaultPrevented: false },
    ...more,
  }) as KeyboardEvent;

function makeDesk() {
  const done: string[] = [];
  const dispatcher = createDispatcher(() => standardSettings);
  const note = (what: string, answer?: false) => () => {
    done.push(what);
    return answer;
  };
  return { done, dispatcher, note };
}

describe("a key that is pressed", () => {
  it("goes to the newest room, and on to the older one where that has no use for it", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ undo: note("studio") }));
    const leave = dispatcher.register(() => ({ undo: note("stage", false) }));
    expect(dispatcher.press(press("z", { ctrlKey: true }), free)).toBe(true);
    expect(done).toEqual(["stage", "studio"]);
    leave();
    dispatcher.press(press("z", { ctrlKey: true }), free);
    expect(done).toEqual(["stage", "studio", "studio"]);
  });

  it("is the browser's where nobody has a use for it", () => {
    const { dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ brush: note("brush", false) }));
    expect(dispatcher.press(press("b"), free)).toBe(false);
    expect(dispatcher.press(press("b", { ctrlKey: true }), free)).toBe(false);
  });

  it("belongs to the field one types in, except for what no field knows", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ brush: note("brush"), undo: note("undo"), run: note("run") }));
    const typing = { ...free, isTyping: true };
    expect(dispatcher.press(press("b"), typing)).toBe(false);
    expect(dispatcher.press(press("z", { ctrlKey: true }), typing)).toBe(false);
    expect(dispatcher.press(press("Enter", { metaKey: true }), typing)).toBe(true);
    expect(done).toEqual(["run"]);
  });

  it("does nothing while a word is composed, and does when an input method only swallows the letter", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ brush: note("brush"), run: note("run") }));
    const typing = { ...free, isTyping: true };
    dispatcher.press(press("Enter", { ctrlKey: true, isComposing: true }), typing);
    dispatcher.press(press("Enter", { ctrlKey: true, keyCode: 229 }), typing);
    dispatcher.press(press("Process", { ctrlKey: true, code: "Enter", keyCode: 229 }), typing);
    expect(done).toEqual([]);
    dispatcher.press(press("Process", { code: "KeyB", keyCode: 229 }), free);
    expect(done).toEqual(["brush"]);
  });

  it("leaves Enter to the button it would press, and holds back what must not repeat", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ keep: note("keep"), run: note("run"), larger: note("larger") }));
    expect(dispatcher.press(press("Enter"), { ...free, isOnButton: true })).toBe(false);
    expect(dispatcher.press(press("Enter", { ctrlKey: true, repeat: true }), free)).toBe(false);
    expect(dispatcher.press(press("]", { repeat: true }), free)).toBe(true);
    expect(done).toEqual(["larger"]);
  });

  it("is told of its release once, whoever came in between", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ holdOriginal: { press: note("down"), release: () => void done.push("up") } }));
    dispatcher.press(press("\\"), free);
    dispatcher.release(press("\\"));
    dispatcher.release(press("\\"));
    expect(done).toEqual(["down", "up"]);
  });

  it("reaches the second command of a chord where the first does not want it", () => {
    const { done, dispatcher, note } = makeDesk();
    dispatcher.register(() => ({ pick1: note("pick", false), actualSize: note("1:1") }));
    dispatcher.press(press("1"), free);
    expect(done).toEqual(["pick", "1:1"]);
    expect(dispatcher.available()).toEqual(["pick1", "actualSize"]);
    expect(dispatcher.perform("actualSize")).toBe(true);
  });
});
