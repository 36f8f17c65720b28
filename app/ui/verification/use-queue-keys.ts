import { useEffect, useRef } from "react";

export interface QueueKeys {
  next(): void;
  previous(): void;
  approve(): void;
  sendBack(): void;
  reject(): void;
  undo(): void;
  help(): void;
  /** A reason of the open panel, counted from 1. */
  reason(position: number): void;
  close(): void;
}

/** One letter each, while nobody types. Composed keys are the browser's. */
export function useQueueKeys(keys: QueueKeys, isOn: boolean): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      const act = actOf(event.key, now.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);
}

function actOf(key: string, keys: QueueKeys): (() => void) | null {
  if (/^[1-9]$/.test(key)) return () => keys.reason(Number(key));
  switch (key) {
    case "j":
    case "J":
      return keys.next;
    case "k":
    case "K":
      return keys.previous;
    case "a":
    case "A":
      return keys.approve;
    case "r":
    case "R":
      return keys.sendBack;
    case "x":
    case "X":
      return keys.reject;
    case "u":
    case "U":
      return keys.undo;
    case "?":
      return keys.help;
    case "Escape":
      return keys.close;
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=radio]), textarea, select, dialog") !== null
  );
}
