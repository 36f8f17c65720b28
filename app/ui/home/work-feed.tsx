import { Form } from "@remix-run/react";
import Heart from "lucide-react/icons/heart";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { memberHomeArea } from "#app/messages/vi/member-home.ts";
import { classNames } from "../class-names.ts";
import { Avatar } from "../kit/avatar.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface FeedItemView {
  readonly claimId: string;
  readonly memberName: string;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly activityName: string;
  readonly visits: number;
  readonly workDate: LocalDate;
  readonly decidedAt: Instant;
  readonly isOwn: boolean;
  readonly thanks: number;
  readonly isThanked: boolean;
}

interface FeedProps {
  items: readonly FeedItemView[];
  /** Where thanking leads back to. */
  back: string;
  /** May say thanks here. */
  isGiver?: boolean;
  /** How many are read at once; the others are a tap away. */
  first?: number;
}

/** What was verified last: whose work and what it was, never for whom. One tap says thanks, another takes it back. */
export function WorkFeed({ items, back, isGiver = true, first = items.length }: FeedProps) {
  const { feed } = useMessages(memberHomeArea).memberHome;
  return (
    <Card title={feed.title}>
      {items.length === 0 ? <p className="text-ink-soft">{feed.empty}</p> : null}
      <FeedLines items={items.slice(0, first)} back={back} isGiver={isGiver} />
      {items.length > first ? (
        <Disclosure summary={feed.more(items.length - first)}>
          <FeedLines items={items.slice(first)} back={back} isGiver={isGiver} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function FeedLines({
  items,
  back,
  isGiver,
}: {
  items: readonly FeedItemView[];
  back: string;
  isGiver: boolean;
}) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.claimId} className="grid grid-cols-[auto_1fr] gap-x-3 py-4">
          <Avatar name={item.memberName} />
          <FeedLine item={item} back={back} isGiver={isGiver} />
        </li>
      ))}
    </ul>
  );
}

function FeedLine({ item, back, isGiver }: { item: FeedItemView; back: string; isGiver: boolean }) {
  const { feed, thanks: words } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  const { memberName, activityName, villageName, teamName, visits, workDate, thanks, isOwn } = item;
  return (
    <div className="min-w-0">
      <p className="font-bold leading-snug">{memberName}</p>
      <p className="leading-snug">{activityName}</p>
      <p className="text-sm text-ink-soft">
        {/* A story or an idea guides nobody. */}
        {[
          villageName ?? teamName,
          format.date(workDate),
          ...(visits === 0 ? [] : [feed.visits(format.number(visits))]),
        ].join(" · ")}
      </p>
      <div className="mt-1 flex min-h-12 flex-wrap items-center gap-3">
        {isOwn ? <Pill>{feed.own}</Pill> : null}
        {!isOwn && isGiver ? <ThanksButton item={item} back={back} /> : null}
        {thanks > 0 ? (
          <span className="text-sm text-ink-soft">{words.count(format.number(thanks))}</span>
        ) : null}
      </div>
    </div>
  );
}

function ThanksButton({ item, back }: { item: FeedItemView; back: string }) {
  const { thanks: words } = useMessages(memberHomeArea).memberHome;
  const { claimId, memberName, activityName, isThanked } = item;
  const name = isThanked ? words.withdraw(memberName, activityName) : words.givenTo(memberName, activityName);
  return (
    <Form method="post" action="/cam-on" preventScrollReset>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="back" value={back} />
      <button
        type="submit"
        name="intent"
        value={isThanked ? "withdraw" : "give"}
        aria-label={name}
        aria-pressed={isThanked}
        className={classNames(
          "inline-flex min-h-12 items-center gap-2 rounded-full border-2 px-4 font-bold",
          isThanked ? "border-gold bg-gold-soft text-gold-ink" : "border-line bg-surface hover:border-edge",
        )}
      >
        <Heart size="1.25em" aria-hidden fill={isThanked ? "currentColor" : "none"} />
        {isThanked ? words.given : words.give}
      </button>
    </Form>
  );
}
