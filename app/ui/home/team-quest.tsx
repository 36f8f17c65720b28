import type { BoardRow } from "#app/domain/boards/board.ts";
import { memberHomeArea } from "#app/messages/vi/member-home.ts";
import { ProgressRing } from "../kit/progress-ring.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface QuestProps {
  row: Pick<BoardRow, "name" | "measures">;
  period: string;
}

/** B13: the team's month as one ring that everybody fills together. */
export function TeamQuest({ row, period }: QuestProps) {
  const { quest } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  const { people, target } = row.measures;
  if (people === null || target === null) return null;
  const left = target - people;
  return (
    <section className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <ProgressRing value={people} goal={target} label={quest.ring}>
        <span className="text-3xl font-bold">{format.number(people)}</span>
        <span className="text-sm text-ink-soft">{quest.of(format.number(target))}</span>
      </ProgressRing>
      <div className="min-w-0 flex-1 basis-52">
        <h2 className="text-xl">{quest.title}</h2>
        <p className="text-ink-soft">{row.name}</p>
        <p className="mt-1 text-lg font-bold">{left > 0 ? quest.left(format.number(left)) : quest.reached}</p>
        <TextLink to={`/bang?nhom=to&ky=${period}`} className="inline-flex min-h-12 items-center">
          {quest.board}
        </TextLink>
      </div>
    </section>
  );
}
