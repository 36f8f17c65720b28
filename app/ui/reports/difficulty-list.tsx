import type { ReportedDifficulty } from "#app/domain/difficulties/difficulty.ts";
import type { ReportFace } from "#app/domain/reports/report-face.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** I04: what was raised, what is left and what was answered, as it stood at the end of the period. */
export function DifficultyList({ face }: { face: ReportFace }) {
  const { reports: words } = useMessages(reportsArea);
  const { opened, carriedOver, answered } = face.difficulties;
  if (opened.length + carriedOver.length + answered.length === 0) return null;
  return (
    <Card title={words.sections.difficulties}>
      <div className="grid gap-5">
        <Lines title={words.difficultiesOpen} lines={opened} />
        <Lines title={words.difficultiesCarried} lines={carriedOver} />
        <Lines title={words.difficultiesAnswered} lines={answered} />
      </div>
    </Card>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ReportedDifficulty[] }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="font-bold">{title}</h3>
      <ul className="mt-2 grid gap-3">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{line.content}</p>
            <p className="text-sm text-ink-soft">
              {words.difficultyLine(line.raisedIn, format.date(line.raisedOn))}
            </p>
            {line.answer ? <p className="text-ink-soft">{line.answer}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
