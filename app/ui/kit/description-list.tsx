import type { ReactNode } from "react";

/** Facts of one thing, name and value. */
export function DescriptionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 py-3 sm:grid-cols-[minmax(9rem,1fr)_2fr]">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
