import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { Icon } from "./icon.ts";

export type Tone = "neutral" | "accent" | "gold" | "danger" | "info";

export const TONES: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink-soft",
  accent: "bg-accent-soft text-accent-ink",
  gold: "bg-gold-soft text-gold-ink",
  danger: "bg-danger-soft text-danger-ink",
  info: "bg-info-soft text-info-ink",
};

/** A state in one or two words; the words say it, colour and picture repeat it. */
export function Pill({
  tone = "neutral",
  icon: Picture,
  children,
}: {
  tone?: Tone;
  icon?: Icon;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-1.5 rounded-xl px-3 py-0.5 text-start text-sm font-bold [overflow-wrap:anywhere]",
        TONES[tone],
      )}
    >
      {Picture ? <Picture size="1.1em" aria-hidden /> : null}
      {children}
    </span>
  );
}
