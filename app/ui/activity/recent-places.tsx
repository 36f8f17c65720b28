import { activityArea } from "#app/messages/vi/activity.ts";
import { useMessages } from "../language.tsx";
import { ActRow } from "./act-button.tsx";
import { type DraftAct, unitKey } from "./draft.ts";
import type { LogBoard } from "./views.ts";

export const PLACE_ROW =
  "flex min-h-14 w-full items-center gap-3 rounded-lg border-2 border-line bg-surface px-4 py-2 text-start hover:border-edge";
const SHOWN = 3;

interface RecentPlacesProps {
  board: Pick<LogBoard, "households" | "recent" | "claimed">;
  chosen: readonly string[];
  services: readonly string[];
  wholeHouseholds: boolean;
  onAct: (act: DraftAct) => void;
}

/** Where the last records were, one tap each; who earned with this already is not offered again. */
export function RecentPlaces({ board, chosen, services, wholeHouseholds, onAct }: RecentPlacesProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const seen = new Set<string>(chosen);
  const rows = board.recent.flatMap((key) => {
    const [householdId = "", slot = "-"] = key.split("/");
    const household = board.households.find(({ id }) => id === householdId);
    const unit = wholeHouseholds ? unitKey({ householdId, slot: null }) : key;
    const isDone = [unit, ...services.map((service) => `${unit}+${service}`)].some((each) =>
      board.claimed.includes(each),
    );
    if (!household || isDone || seen.has(unit) || (!wholeHouseholds && slot === "-")) return [];
    seen.add(unit);
    const person = household.slots.find((each) => each.slot === Number(slot));
    const where = activity.household(household.code, household.head);
    return wholeHouseholds
      ? [{ unit, name: where, where: household.lane }]
      : [{ unit, name: person?.label ?? activity.person(Number(slot)), where }];
  });
  if (rows.length === 0) return null;
  return (
    <div>
      <p className="mb-2 font-bold">{wholeHouseholds ? words.recentHouseholds : words.recentPeople}</p>
      <ul className="grid gap-2 sm:grid-cols-3">
        {rows.slice(0, SHOWN).map(({ unit, name, where }) => (
          <li key={unit}>
            <ActRow act={`add:${unit}`} onAct={onAct} className={PLACE_ROW}>
              <span className="min-w-0">
                <span className="block font-bold leading-snug">{name}</span>
                {where ? <span className="block text-sm text-ink-soft">{where}</span> : null}
              </span>
            </ActRow>
          </li>
        ))}
      </ul>
    </div>
  );
}
