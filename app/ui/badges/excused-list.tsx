import { Form } from "@remix-run/react";
import type { ExcusedReason } from "#app/domain/badges/judge-badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Props {
  ranges: readonly {
    readonly id: string;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
    readonly reason: ExcusedReason;
    readonly note: string | null;
    readonly memberName: string | null;
    readonly declaredBy: string;
    readonly declaredOn: LocalDate;
  }[];
  mayEdit: boolean;
}

export function ExcusedList({ ranges, mayEdit }: Props) {
  const { badges } = useMessages(badgesArea);
  const words = badges.excused;
  const format = useFormat();
  return (
    <ul>
      {ranges.map((range) => {
        const days = words.range(format.date(range.firstDay), format.date(range.lastDay));
        const what = `${words.reasons[range.reason]}, ${days}`;
        return (
          <li
            key={range.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-4 first:border-t-0"
          >
            <div className="min-w-0">
              <p className="font-bold">{what}</p>
              <p className="text-ink-soft">{range.memberName ?? words.everybody}</p>
              {range.note ? <p>{range.note}</p> : null}
              <p className="text-sm text-ink-soft">
                {words.by(range.declaredBy, format.date(range.declaredOn))}
              </p>
            </div>
            {mayEdit ? (
              <Form method="post">
                <input type="hidden" name="id" value={range.id} />
                <SubmitButton
                  name="intent"
                  value="withdraw"
                  variant="secondary"
                  size="small"
                  aria-label={words.withdrawOf(what)}
                >
                  {words.withdraw}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
