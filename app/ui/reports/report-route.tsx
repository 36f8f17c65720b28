import type { ReportFace } from "#app/domain/reports/report-face.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** J09: who did what with it and when, and the hash of what was sent. */
export function ReportRoute({ face }: { face: ReportFace }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  return (
    <Card title={words.route}>
      {face.route.length === 0 ? <p className="text-ink-soft">{words.routeEmpty}</p> : null}
      <ol className="grid gap-3">
        {face.route.map((step) => (
          <li key={`${step.at}/${step.act}`} className="border-s-4 border-line ps-4">
            <p className="flex flex-wrap items-center gap-2 font-bold">
              {words.stages[step.stage]}: {words.acts[step.act]}
              {step.isLate && step.act === "sent" ? <Pill tone="gold">{words.late}</Pill> : null}
            </p>
            <p className="text-ink-soft">
              {step.byName}, {format.moment(step.at)}
              {step.signedBy ? `; ${words.signedFor(step.signedBy)}` : null}
            </p>
            {step.reason ? <p className="whitespace-pre-wrap">{step.reason}</p> : null}
          </li>
        ))}
      </ol>
      {face.sha256 ? (
        <p className="mt-4 break-all text-sm text-ink-soft">
          {words.hash}: <code>{face.sha256}</code>
        </p>
      ) : null}
    </Card>
  );
}
