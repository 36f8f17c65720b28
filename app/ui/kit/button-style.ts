import { classNames } from "../class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "gold";
export type ButtonSize = "small" | "normal" | "large";

/** A key that sinks when pressed: the lower edge is its height. */
const KEY = "shadow-[0_3px_0_var(--key-edge)] active:translate-y-[3px] active:shadow-none";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: classNames(KEY, "bg-accent text-on-accent hover:bg-accent-hover [--key-edge:var(--accent-edge)]"),
  secondary: classNames(
    KEY,
    "border-2 border-line bg-surface text-ink hover:border-edge [--key-edge:var(--line)] hover:[--key-edge:var(--edge)]",
  ),
  quiet:
    "text-accent-ink underline decoration-2 underline-offset-4 decoration-transparent hocus:decoration-current",
  danger: classNames(KEY, "bg-danger text-on-danger hover:brightness-105 [--key-edge:var(--danger-edge)]"),
  gold: classNames(KEY, "bg-gold text-on-gold hover:brightness-105 [--key-edge:var(--gold-edge)]"),
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "min-h-12 px-4 text-sm",
  normal: "min-h-12 px-5 text-base",
  large: "min-h-14 px-7 text-lg",
};

const SHAPE =
  "inline-flex items-center justify-center gap-2 rounded-lg py-2 text-center font-bold no-underline " +
  "transition-[transform,box-shadow,background-color,border-color] duration-100 disabled:opacity-55 aria-disabled:opacity-55";

export interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** As wide as what holds it. */
  block?: boolean | undefined;
}

export function buttonStyle({ variant = "primary", size = "normal", block = false }: ButtonLook): string {
  return classNames(SHAPE, VARIANTS[variant], SIZES[size], block && "w-full");
}
