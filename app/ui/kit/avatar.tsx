import { classNames } from "../class-names.ts";

const GROUNDS = [
  "bg-accent-soft text-accent-ink",
  "bg-gold-soft text-gold-ink",
  "bg-info-soft text-info-ink",
  "bg-danger-soft text-danger-ink",
] as const;

const SIZES = { small: "size-9 text-sm", normal: "size-11 text-base", large: "size-20 text-2xl" } as const;

/**
 * The first letters of the last two words: people are called by their given name, which stands last, and
 * "Thị" or "Văn" alone would make half the village alike.
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words
    .slice(-2)
    .map((word) => [...word][0]?.toLocaleUpperCase("vi") ?? "")
    .join("");
}

/** Decoration beside a written name, so it is silent for screen readers. */
export function Avatar({ name, size = "normal" }: { name: string; size?: keyof typeof SIZES }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "grid shrink-0 place-items-center rounded-full font-bold",
        SIZES[size],
        GROUNDS[sum % GROUNDS.length],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
