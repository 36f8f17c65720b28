import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { ORDER_PATHS, type WorkInHand } from "#app/domain/orders/order.ts";
import { todayArea } from "#app/messages/vi/today.ts";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** A39, L31: work given and residents who wait; nothing where there is neither. */
export function WorkInHandTiles({ open, late, waiting }: WorkInHand) {
  const { doors, late: sayLate } = useMessages(todayArea).today;
  const { number } = useFormat();
  if (open === 0 && waiting === 0) return null;
  return (
    <div className="pairs-on-phone grid gap-3">
      {open > 0 ? (
        <StatTile
          to={ORDER_PATHS.mine}
          label={doors.orders}
          value={number(open)}
          note={late > 0 ? sayLate(late) : undefined}
        />
      ) : null}
      {waiting > 0 ? <StatTile to={HELP_PATHS.team} label={doors.help} value={number(waiting)} /> : null}
    </div>
  );
}
