import Award from "lucide-react/icons/award";
import type { ReactNode } from "react";
import { Card } from "../kit/card.tsx";

export interface Honoured {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly figure: string;
}

/** Names of the month under one heading; nothing at all where there is nobody to name. */
export function HonourList({ title, rows }: { title: ReactNode; rows: readonly Honoured[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {rows.map(({ id, name, detail, figure }) => (
          <li key={id} className="flex items-center gap-3 py-3 last:pb-0">
            <span className="grid size-11 shrink-0 place-items-center rounded-full bg-gold-soft text-gold-ink">
              <Award size="1.5em" aria-hidden />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block text-lg font-bold leading-snug [overflow-wrap:anywhere]">{name}</span>
              {detail ? <span className="block text-sm text-ink-soft">{detail}</span> : null}
            </span>
            <span className="shrink-0 text-end font-bold tabular-nums">{figure}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
