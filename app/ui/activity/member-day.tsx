import Plus from "lucide-react/icons/plus";
import { todayArea } from "#app/messages/vi/today.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { ACTIVITY_PATHS } from "./paths.ts";

export interface MemberFigures {
  readonly waiting: number;
  readonly returned: number;
  /** In hundredths. */
  readonly points: number;
}

/** A member's day begins with one large button, and with what came of the days before. */
export function MemberDay({ waiting, returned, points }: MemberFigures) {
  const { today: words } = useMessages(todayArea);
  const format = useFormat();
  return (
    <>
      <LinkButton
        to={ACTIVITY_PATHS.log}
        size="large"
        icon={Plus}
        block
        className="min-h-18 text-xl sm:w-auto sm:justify-self-start sm:px-12"
      >
        {words.log}
      </LinkButton>
      <div className="pairs-on-phone grid gap-3 sm:grid-cols-3">
        <StatTile
          to={ACTIVITY_PATHS.points}
          label={words.points}
          value={format.points(points)}
          unit={words.pointsUnit}
          note={words.why}
        />
        <StatTile to={ACTIVITY_PATHS.mine} label={words.waiting} value={format.number(waiting)} />
        {returned > 0 ? (
          <StatTile
            to={`${ACTIVITY_PATHS.mine}?xem=tra-lai`}
            label={words.returned}
            value={format.number(returned)}
            note={words.mend}
          />
        ) : null}
      </div>
    </>
  );
}
