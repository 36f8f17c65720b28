import { assignedTargetsArea } from "#app/messages/vi/assigned-targets.ts";
import { Card } from "../kit/card.tsx";
import { useMessages } from "../language.tsx";
import { useMonthInText } from "../months/use-month-name.ts";
import { TargetProgress } from "./target-sheet.tsx";

interface OwnTargetProps {
  monthId: number;
  target: number | null;
  done: number;
}

/** What a team is asked this month and how far it has come, on its own page. */
export function OwnTarget({ monthId, target, done }: OwnTargetProps) {
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  const inText = useMonthInText();
  if (target === null) return null;
  return (
    <Card title={words.mine(inText(monthId))}>
      <TargetProgress target={target} done={done} />
      <p className="mt-2 text-ink-soft">{done >= target ? words.reached : words.left(target - done)}</p>
    </Card>
  );
}
