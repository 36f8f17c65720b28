import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";
import { unionExportsArea } from "#app/messages/vi/union-exports.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface SentResults {
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly sentOn: LocalDate;
}

/** What a person's own page says about results of theirs that went to a union. */
export function UnionExportLog({ exports }: { exports: readonly SentResults[] }) {
  const { unionExports: words } = useMessages(unionExportsArea);
  const format = useFormat();
  return (
    <Card title={words.logTitle}>
      {exports.length === 0 ? <p className="text-ink-soft">{words.logNone}</p> : null}
      <ul className="grid gap-2">
        {exports.map(({ union, from, to, sentOn }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one day may be alike, and the list only grows at its head
          <li key={index}>
            <strong>{words.unions[union]}</strong>{" "}
            <span className="text-ink-soft">
              {words.logLine(format.date(sentOn), words.range(format.date(from), format.date(to)))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
