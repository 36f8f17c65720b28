import type { PartView } from "#app/domain/orders/order.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** How far one part is, and what asks for a look. */
export function PartPills({ part }: { part: PartView }) {
  const { orders: words } = useMessages(ordersArea);
  const format = useFormat();
  const { percent, daysLate, seenAt, askedUntil, withdrawReason } = part;
  if (withdrawReason !== null) return <Pill>{words.takenBack}</Pill>;
  if (percent === 100) return <Pill tone="accent">{words.done}</Pill>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Pill tone={percent > 0 ? "info" : "neutral"}>{format.percent(percent * 100)}</Pill>
      {daysLate === null ? null : <Pill tone="danger">{words.late(daysLate)}</Pill>}
      {seenAt === null ? <Pill tone="gold">{words.notSeen}</Pill> : null}
      {askedUntil === null ? null : <Pill tone="gold">{words.asksTime(format.date(askedUntil))}</Pill>}
    </span>
  );
}
