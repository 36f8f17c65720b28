import type { CouncilMinutes } from "#app/domain/council/minutes.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Card } from "../../kit/card.tsx";
import { Pill } from "../../kit/pill.tsx";
import { useMessages } from "../../language.tsx";

/** How many are there, and out of what that was counted. */
export function QuorumCard({ minutes }: { minutes: Pick<CouncilMinutes, "quorum" | "rules"> }) {
  const { session: say, share } = useMessages(yearCouncilArea).yearCouncil;
  const { quorum, rules } = minutes;
  return (
    <Card title={say.quorum}>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <strong className="text-3xl tabular-nums">{say.count(quorum.counted, quorum.members)}</strong>
        <Pill tone={quorum.isReached ? "accent" : "gold"}>
          {quorum.isReached ? say.reached : say.notReached}
        </Pill>
      </p>
      <p className="mt-2">{say.arithmetic(quorum.members, share(rules.quorum), quorum.needed)}</p>
      <p className="text-ink-soft">
        {say.parts(quorum.present, quorum.proxies, quorum.written, quorum.absent)}{" "}
        {quorum.proxies > 0 ? (rules.proxiesMakeQuorum ? say.proxiesCount : say.proxiesDoNot) : null}
      </p>
    </Card>
  );
}
