import type { Instant } from "#app/domain/calendar/local-date.ts";
import { auditsArea } from "#app/messages/vi/audits.ts";
import { DescriptionList } from "../kit/description-list.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownDraw {
  readonly monthId: number;
  readonly commitment: string;
  readonly committedAt: Instant;
  readonly isLate: boolean;
  readonly secret: string | null;
  readonly root: string | null;
  readonly claimCount: number | null;
}

/** What somebody needs who wants to make a draw again. */
export function DrawList({ draws }: { draws: readonly ShownDraw[] }) {
  const { audits: words } = useMessages(auditsArea);
  const format = useFormat();
  const code = (text: string) => <code className="break-all font-normal">{text}</code>;
  return (
    <ul className="grid gap-3">
      {draws.map((draw) => (
        <li key={draw.monthId}>
          <Disclosure summary={words.month(Math.floor(draw.monthId / 100), draw.monthId % 100)}>
            {draw.isLate ? <Notice tone="warning">{words.committedLate}</Notice> : null}
            <DescriptionList
              items={[
                { term: words.commitment, value: code(draw.commitment) },
                { term: words.committedAt, value: format.moment(draw.committedAt) },
                { term: words.secret, value: draw.secret ? code(draw.secret) : words.secretLater },
                ...(draw.root && draw.claimCount !== null
                  ? [
                      {
                        term: words.root,
                        value: (
                          <>
                            {code(draw.root)} ({words.claimCount(format.number(draw.claimCount))})
                          </>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
