import { Form, Link } from "@remix-run/react";
import CheckCheck from "lucide-react/icons/check-check";
import type { QueueCard, QueueGroup } from "#app/domain/verification/queue.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Avatar } from "../kit/avatar.tsx";
import { Button } from "../kit/button.tsx";
import { buttonStyle } from "../kit/button-style.ts";
import { useFormat, useMessages } from "../language.tsx";
import { type ChosenReason, ReasonPanel } from "./reason-panel.tsx";

export interface DayActs {
  approveAll(cards: readonly QueueCard[]): void;
  openDay(key: string): void;
  closeDay(): void;
  returnAll(cards: readonly QueueCard[], reason: ChosenReason): void;
}

interface DayGroupProps {
  group: QueueGroup;
  /** What is still to be decided of the day. */
  cards: readonly QueueCard[];
  claimOf: (card: QueueCard) => string;
  isPanelOpen: boolean;
  /** Only where claims of several teams stand in one queue. */
  namesTeam: boolean;
  acts: DayActs;
  children: React.ReactNode;
}

/** A member's day. Deciding it at once is the same as deciding each record. */
export function DayGroup({ group, cards, claimOf, isPanelOpen, namesTeam, acts, children }: DayGroupProps) {
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const heading = headingOf(group.key);
  const firstName = group.memberName.split(" ").at(-1) ?? group.memberName;
  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={group.memberName} />
          <div className="min-w-0">
            <h2 id={heading} className="text-xl">
              {words.dayOf(group.memberName, format.date(group.workDate))}
            </h2>
            <p className="text-ink-soft">
              {namesTeam ? `${group.teamName}. ` : null}
              {words.countOf(cards.length)}
            </p>
          </div>
        </div>
        {cards.length > 1 && !isPanelOpen ? (
          <div className="flex grow flex-wrap justify-end gap-x-3 gap-y-1 sm:grow-0">
            <Form
              method="post"
              className="grow"
              onSubmit={(event) => {
                event.preventDefault();
                acts.approveAll(cards);
              }}
            >
              <input type="hidden" name="intent" value="approve" />
              {cards.map((card) => (
                <input key={card.id} type="hidden" name="claim" value={claimOf(card)} />
              ))}
              <Button type="submit" variant="gold" icon={CheckCheck} block>
                {words.approveDay(firstName, cards.length)}
              </Button>
            </Form>
            <Link
              to={`?ngay=${encodeURIComponent(group.key)}#${heading}`}
              preventScrollReset
              className={buttonStyle({ variant: "quiet" })}
              onClick={(event) => {
                event.preventDefault();
                acts.openDay(group.key);
              }}
            >
              {words.returnDay}
            </Link>
          </div>
        ) : null}
      </div>
      {isPanelOpen ? (
        <ReasonPanel
          kind="return"
          name={dayPanelName(group.key)}
          claims={cards.map(claimOf)}
          send={words.returnDaySend(cards.length)}
          onSend={(reason) => acts.returnAll(cards, reason)}
          onCancel={acts.closeDay}
        />
      ) : null}
      {children}
    </section>
  );
}

function headingOf(key: string): string {
  return `day-${key.replace("/", "-")}`;
}

export function dayPanelName(key: string): string {
  return `reason-${headingOf(key)}`;
}
