/**
 * The page can be read and written in before its scripts are there, and React, when it takes a part over, puts its own
 * values into the fields. These keep what was typed, moved or pressed by then.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  interface Window {
    /** What was done before the page took over; `earlyScript` fills it, until that ends it. */
    faderEarly?: {
      values: Map<EventTarget, string>;
      pressed?: HTMLButtonElement | null;
      until: AbortController;
    };
  }
}

/** Gives the desk what was changed in its fields before the page took over, then does the press that came last. */
export function replayEarlyInput(): void {
  const early = window.faderEarly;
  if (!early) return;
  early.until.abort();
  delete window.faderEarly;
  for (const [field, value] of early.values) {
    if (!isField(field) || !field.isConnected) continue;
    putValue(field, value);
    const type = field instanceof HTMLSelectElement ? "change" : "input";
    field.dispatchEvent(new Event(type, { bubbles: true }));
    // Who has gone on from a field is done with it.
    if (field !== document.activeElement) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
  if (early.pressed?.isConnected) early.pressed.click();
}

/**
 * Parts of the page are taken over later than others, or under the first event on them: a field that was set without a
 * press before (by an aid, say) keeps its value. Gives the way to end it.
 */
export function keepValuesThroughTakeover(): () => void {
  const onChange = ({ target: field }: Event) => {
    if (!isField(field) || isTakenOver(field)) return;
    const { value } = field;
    // Nobody listens to it; React takes the part over that it happens in.
    field.dispatchEvent(new Event("reset", { bubbles: true }));
    putValue(field, value);
  };
  const types = ["input", "change"];
  for (const type of types) addEventListener(type, onChange, true);
  return () => {
    for (const type of types) removeEventListener(type, onChange, true);
  };
}

/** Whether React has the field already: it gives it a `value` of its own then, to note what scripts set. */
function isTakenOver(field: Field): boolean {
  return Object.hasOwn(field, "value");
}

/** What holds something typed or chosen as its `value`. */
function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement
    ? !["checkbox", "radio", "file"].includes(target.type)
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** As a hand does: past what React notes of values that scripts set, or it would hear of no change. */
function putValue(field: Field, value: string): void {
  if (!(field instanceof HTMLSelectElement)) field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as Field, "value")?.set?.call(field, value);
}
