import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { ORDER_PATHS, type WorkInHand } from "#app/domain/orders/order.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** A39, L31: work given and residents who wait; nothing where there is neither. */
export function WorkInHandTiles({ open, late, waiting }: WorkInHand) {
  const { orders, help } = useMessages(ordersArea, helpArea);
  const { number } = useFormat();
  if (open === 0 && waiting === 0) return null;
  return (
    <div className="pairs-on-phone grid gap-3">
      {open > 0 ? (
        <StatTile
          to={ORDER_PATHS.mine}
          label={orders.title}
          value={number(open)}
          note={late > 0 ? orders.homeLate(late) : undefined}
        />
      ) : null}
      {waiting > 0 ? <StatTile to={HELP_PATHS.team} label={help.title} value={number(waiting)} /> : null}
    </div>
  );
}
