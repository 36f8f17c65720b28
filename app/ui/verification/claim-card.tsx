import { Form, Link } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import Undo2 from "lucide-react/icons/undo-2";
import X from "lucide-react/icons/x";
import type { QueueCard } from "#app/domain/verification/queue.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { classNames } from "../class-names.ts";
import { Button } from "../kit/button.tsx";
import { buttonStyle } from "../kit/button-style.ts";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";
import { Evidence, LookTwice, UnitList } from "./card-facts.tsx";
import { type ChosenReason, type ReasonKind, ReasonPanel } from "./reason-panel.tsx";
import { useSwipe } from "./use-swipe.ts";

export interface CardActs {
  approve(card: QueueCard): void;
  open(card: QueueCard, kind: ReasonKind): void;
  close(): void;
  decide(card: QueueCard, kind: ReasonKind, reason: ChosenReason): void;
  choose(card: QueueCard): void;
}

interface ClaimCardProps {
  card: QueueCard;
  /** "claim.revision.decision", as a form sends it. */
  claim: string;
  now: number;
  isChosen: boolean;
  panel: ReasonKind | null;
  refusal: Rejection | null;
  acts: CardActs;
  photoPath: ((id: string) => string) | null;
  /** The page of the claim with its whole history. */
  claimPath: ((id: string) => string) | null;
}

/** One record: what, for whom, where, by what evidence; three answers. */
export function ClaimCard(props: ClaimCardProps) {
  const { card, claim, now, isChosen, panel, refusal, acts, photoPath, claimPath } = props;
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const sayRejection = useSayRejection();
  const swipe = useSwipe({
    onRight: () => acts.approve(card),
    onLeft: () => acts.open(card, "return"),
  });
  const names = (part: "helper" | "teacher") =>
    card.helpers
      .filter((each) => each.part === part)
      .map(({ name }) => name)
      .join(", ");
  const what = `${card.activityName}, ${card.memberName}`;
  return (
    <article
      id={`claim-${card.id}`}
      tabIndex={-1}
      aria-label={what}
      aria-current={isChosen ? "true" : undefined}
      onFocus={() => acts.choose(card)}
      {...swipe}
      className={classNames(
        "grid touch-pan-y gap-3 rounded-xl border-2 bg-surface p-4 shadow-card transition-colors sm:p-5",
        "data-[swipe=left]:border-gold data-[swipe=left]:bg-gold-soft",
        "data-[swipe=right]:border-accent data-[swipe=right]:bg-accent-soft",
        isChosen ? "border-accent" : "border-line",
      )}
    >
      {refusal ? <Notice tone="danger">{sayRejection(refusal)}</Notice> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <h3 className="text-lg">
          {claimPath ? (
            <Link
              to={claimPath(card.id)}
              className="inline-flex min-h-12 items-center underline decoration-line decoration-2 underline-offset-4 hocus:decoration-current"
            >
              {card.activityName}
            </Link>
          ) : (
            card.activityName
          )}
        </h3>
        <p className="text-ink-soft">
          {words.sentAgo(format.ago(card.submittedAt, now))}
          {card.as === "leader" ? null : (
            <>
              {" "}
              <Pill tone="info">{words.roles[card.as]}</Pill>
            </>
          )}
        </p>
      </div>
      <UnitList units={card.units} />
      {names("helper") ? <p>{words.together(names("helper"))}</p> : null}
      {names("teacher") ? <p>{words.taughtBy(names("teacher"))}</p> : null}
      <Evidence card={card} photoPath={photoPath} />
      <LookTwice card={card} now={now} />
      {panel ? (
        <ReasonPanel
          kind={panel}
          name={`reason-${card.id}`}
          claims={[claim]}
          send={panel === "return" ? words.sendReturn : words.sendReject}
          onSend={(reason) => acts.decide(card, panel, reason)}
          onCancel={acts.close}
        />
      ) : (
        <CardButtons what={what} card={card} claim={claim} acts={acts} />
      )}
    </article>
  );
}

function CardButtons({
  what,
  card,
  claim,
  acts,
}: Pick<ClaimCardProps, "card" | "claim" | "acts"> & { what: string }) {
  const { verification: words } = useMessages(verificationArea);
  return (
    <div className="flex flex-wrap items-center gap-2 sm:gap-3">
      <Form
        method="post"
        className="grow"
        onSubmit={(event) => {
          event.preventDefault();
          acts.approve(card);
        }}
      >
        <input type="hidden" name="intent" value="approve" />
        <input type="hidden" name="claim" value={claim} />
        <Button type="submit" block icon={Check} className="max-sm:px-3" aria-label={words.approveOf(what)}>
          {words.approve}
        </Button>
      </Form>
      <PanelLink card={card} kind="return" acts={acts} label={words.returnOf(what)}>
        <Undo2 size="1.25em" aria-hidden className="shrink-0 max-sm:hidden" />
        {words.sendBack}
      </PanelLink>
      <PanelLink card={card} kind="reject" acts={acts} label={words.rejectOf(what)}>
        <X size="1.25em" aria-hidden className="shrink-0 max-sm:hidden" />
        {words.reject}
      </PanelLink>
    </div>
  );
}

/** Opens the reasons here, or on a page of the same address where no script runs. */
function PanelLink({
  card,
  kind,
  acts,
  label,
  children,
}: {
  card: QueueCard;
  kind: ReasonKind;
  acts: CardActs;
  label: string;
  children: React.ReactNode;
}) {
  const query = kind === "return" ? "tra" : "tu-choi";
  return (
    <Link
      to={`?${query}=${card.id}#claim-${card.id}`}
      aria-label={label}
      preventScrollReset
      className={classNames(buttonStyle({ variant: "secondary" }), "max-sm:px-3")}
      onClick={(event) => {
        event.preventDefault();
        acts.open(card, kind);
      }}
    >
      {children}
    </Link>
  );
}
