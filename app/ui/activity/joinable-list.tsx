import { Form } from "@remix-run/react";
import HandHeart from "lucide-react/icons/hand-heart";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useDayName } from "./own-list.tsx";

export interface Joinable {
  readonly id: string;
  readonly claimantName: string;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly visits: number;
}

interface JoinableListProps {
  records: readonly Joinable[];
  names: Readonly<Record<string, string>>;
  today: LocalDate;
}

/** "Tôi cũng tham gia": one piece of work, one record, everybody who was there on it. */
export function JoinableList({ records, names, today }: JoinableListProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.record;
  const format = useFormat();
  const nameOf = useDayName(today);
  if (records.length === 0) return null;
  return (
    <Disclosure
      summary={
        <span>
          {words.teamTitle} ({records.length})
        </span>
      }
    >
      <p className="mb-3 text-ink-soft">{words.joinNote}</p>
      <ul className="grid gap-3">
        {records.map(({ id, claimantName, activityKey, workDate, visits }) => (
          <li
            key={id}
            className="grid gap-3 rounded-lg border border-line bg-paper p-4 sm:flex sm:items-center sm:justify-between"
          >
            <div className="min-w-0">
              <p className="font-bold leading-snug">{names[activityKey] ?? activityKey}</p>
              <p className="text-sm text-ink-soft">
                {claimantName}, {nameOf(workDate)}, {activity.visits(format.number(visits))}
              </p>
            </div>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="claim" value={id} />
              <SubmitButton name="act" value="join" variant="secondary" size="small" icon={HandHeart}>
                {words.join}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
