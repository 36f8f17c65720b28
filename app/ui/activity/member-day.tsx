import Plus from "lucide-react/icons/plus";
import { activityArea } from "#app/messages/vi/activity.ts";
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
  const { activity } = useMessages(activityArea);
  const words = activity.points;
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
        {activity.log.home}
      </LinkButton>
      <div className="pairs-on-phone grid gap-3 sm:grid-cols-3">
        <StatTile
          to={ACTIVITY_PATHS.points}
          label={words.homeTitle}
          value={format.points(points)}
          unit={activity.pointsUnit}
          note={words.question}
        />
        <StatTile to={ACTIVITY_PATHS.mine} label={words.homeWaiting} value={format.number(waiting)} />
        {returned > 0 ? (
          <StatTile
            to={`${ACTIVITY_PATHS.mine}?xem=tra-lai`}
            label={words.homeReturned}
            value={format.number(returned)}
            note={activity.record.mend}
          />
        ) : null}
      </div>
    </>
  );
}
