/** Where the focus goes when what had it has gone: a keyboard must not begin again at the top of the window. */
import { type RefObject, useEffect, useRef } from 'react';

/** On appearing: into the form's first field. */
export function useFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isFocusLost()) form.current?.querySelector('input')?.focus();
  }, []);
  return form;
}

/** On appearing: to the beginning of what has to be read first. */
export function useReadFirst() {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => text.current?.focus(), []);
  return text;
}

/** After a change in an open section that has no field of its own: to the section's title. */
export function useTitleFocus(section: RefObject<HTMLDetailsElement | null>, state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (isFocusLost() && section.current?.open) section.current.querySelector('summary')?.focus();
  }, [section, state]);
}

/** After a change of a whole page: to its heading, which needs `tabIndex={-1}`. */
export function useHeadingFocus(state: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (isFocusLost()) heading.current?.focus();
  }, [state]);
  return heading;
}

/** After what a button had opened in its place was closed: back to the button. */
export function useFocusBack(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
