import { Link } from "@remix-run/react";
import { ORDER_PATHS, type PartView } from "#app/domain/orders/order.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { useFormat, useMessages } from "../language.tsx";
import { PartPills } from "./part-pills.tsx";

/** A40: what, whose, until when, how far. */
export function PartList({ parts, shows }: { parts: readonly PartView[]; shows: "giver" | "doer" }) {
  const { orders: words } = useMessages(ordersArea);
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {parts.map((part) => (
        <li key={part.id}>
          <Link
            to={ORDER_PATHS.one(part.id)}
            className="grid gap-2 rounded-xl border border-line bg-surface p-4 text-ink no-underline shadow-card hover:border-edge"
          >
            <strong className="text-lg">{part.content}</strong>
            <PartPills part={part} />
            <span className="text-ink-soft">
              {words.due(format.date(part.dueOn))} ·{" "}
              {shows === "giver" ? words.from(part.issuedBy) : (part.memberName ?? part.teamName)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
