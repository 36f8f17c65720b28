import type { BoardSubject } from "#app/domain/boards/board.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { boardHref } from "../boards/board-paths.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";

/** D05, D17: the boards that count work of this campaign alone, over the year of its last day. */
export function CampaignBoards({ id, endsOn }: { id: string; endsOn: LocalDate }) {
  const { campaigns: words } = useMessages(campaignsArea);
  const boards: readonly { readonly subject: BoardSubject; readonly label: string }[] = [
    { subject: "member", label: words.boardOfMembers },
    { subject: "team", label: words.boardOfTeams },
    { subject: "youth_cell", label: words.boardOfCells },
  ];
  return (
    <Card title={words.boards}>
      <p className="mb-4 text-ink-soft">{words.boardsNote}</p>
      <div className="flex flex-wrap gap-3">
        {boards.map(({ subject, label }) => (
          <LinkButton
            key={subject}
            variant="secondary"
            to={boardHref({
              subject,
              period: endsOn.slice(0, 4),
              pillar: null,
              campaign: id,
              category: "village",
              isYouthOnly: false,
            })}
          >
            {label}
          </LinkButton>
        ))}
      </div>
    </Card>
  );
}
