import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueueCard, QueueGroup } from "#app/domain/verification/queue.ts";
import { Button } from "../kit/button.tsx";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { ClaimCard } from "./claim-card.tsx";
import { DayGroup } from "./day-group.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { type ChosenReason, type ReasonKind, reasonAt } from "./reason-panel.tsx";
import { ResultBar, ResultList } from "./result-bar.tsx";
import { type Sender, useDecisions } from "./use-decisions.ts";
import { useQueueKeys } from "./use-queue-keys.ts";

/** Which reasons are open: of one record, or of a whole day. */
export type OpenPanel =
  | { readonly of: "card"; readonly id: string; readonly kind: ReasonKind }
  | { readonly of: "day"; readonly key: string }
  | null;

interface QueueListProps {
  groups: readonly QueueGroup[];
  now: number;
  sender: Sender;
  /** A name for the decision of each card where no script makes one. */
  decisionIds: Readonly<Record<string, string>>;
  opened: OpenPanel;
  photoPath: ((id: string) => string) | null;
  claimPath: ((id: string) => string) | null;
  /** Shown when everything on the screen is decided. */
  whenDone: React.ReactNode;
}

/** The cards, decided by button, finger or key. A decided card leaves at once; one that was refused comes back. */
export function QueueList(props: QueueListProps) {
  const { groups, now, sender, decisionIds, opened, photoPath, claimPath, whenDone } = props;
  const { verification: words } = useMessages();
  const isLive = useIsLive();
  const { fates, decide, undo, sendAgain } = useDecisions(sender);
  const [panel, setPanel] = useState<OpenPanel>(opened);
  const [chosen, setChosen] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const focusNext = useRef<string | null>(null);

  const isOpen = useCallback(
    ({ id }: QueueCard) => {
      const fate = fates.get(id);
      return fate === undefined || fate.state === "refused";
    },
    [fates],
  );
  const days = useMemo(
    () =>
      groups
        .map((group) => ({ group, cards: group.cards.filter(isOpen) }))
        .filter(({ cards }) => cards.length > 0),
    [groups, isOpen],
  );
  const cards = useMemo(() => days.flatMap((day) => day.cards), [days]);
  const all = useMemo(() => [...fates.values()], [fates]);
  const at = cards.findIndex(({ id }) => id === chosen);

  const goTo = (card: QueueCard | undefined) => {
    if (!card) return;
    setChosen(card.id);
    document.getElementById(`claim-${card.id}`)?.focus();
  };
  useEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    focusNext.current = null;
    document.getElementById(`claim-${id}`)?.focus();
  });

  /** The next card takes the place of those decided, and the keys go on from there. */
  const settle = (
    decided: readonly QueueCard[],
    verdict: "approve" | ReasonKind,
    reason: ChosenReason | null = null,
  ) => {
    const gone = new Set(decided.map(({ id }) => id));
    const last = cards.findLastIndex(({ id }) => gone.has(id));
    const next =
      cards.slice(last + 1).find(({ id }) => !gone.has(id)) ?? cards.find(({ id }) => !gone.has(id));
    focusNext.current = next?.id ?? null;
    setChosen(next?.id ?? null);
    setPanel(null);
    decide(decided, { verdict, ...(reason ?? {}) });
  };

  const current = cards[at];
  const openPanel = (kind: ReasonKind) => current && setPanel({ of: "card", id: current.id, kind });
  useQueueKeys(
    {
      next: () => goTo(cards[Math.min(at + 1, cards.length - 1)]),
      previous: () => goTo(cards[Math.max(at - 1, 0)]),
      approve: () => (current ? settle([current], "approve") : goTo(cards[0])),
      sendBack: () => (current ? openPanel("return") : goTo(cards[0])),
      reject: () => (current ? openPanel("reject") : goTo(cards[0])),
      undo: () => void undo(),
      help: () => setShowsKeys(true),
      close: () => setPanel(null),
      reason(position) {
        if (panel?.of !== "card") return;
        const card = cards.find(({ id }) => id === panel.id);
        const reasonCode = reasonAt(panel.kind, position);
        if (!card || !reasonCode) return;
        if (reasonCode === "other") document.getElementById(`reason-${card.id}-words`)?.focus();
        else settle([card], panel.kind, { reasonCode, reason: null });
      },
    },
    !showsKeys,
  );

  const claimOf = (card: QueueCard) => `${card.id}.${card.revision}.${decisionIds[card.id] ?? ""}`;
  const cardActs = {
    approve: (card: QueueCard) => settle([card], "approve"),
    open: (card: QueueCard, kind: ReasonKind) => {
      setChosen(card.id);
      setPanel({ of: "card", id: card.id, kind });
    },
    close: () => setPanel(null),
    decide: (card: QueueCard, kind: ReasonKind, reason: ChosenReason) => settle([card], kind, reason),
    choose: (card: QueueCard) => setChosen(card.id),
  };
  const dayActs = {
    approveAll: (day: readonly QueueCard[]) => settle(day, "approve"),
    openDay: (key: string) => setPanel({ of: "day", key }),
    closeDay: () => setPanel(null),
    returnAll: (day: readonly QueueCard[], reason: ChosenReason) => settle(day, "return", reason),
  };
  return (
    <>
      {isLive && cards.length > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft lg:hidden">{words.swipeHint}</p>
          <Button variant="quiet" className="max-lg:hidden" onClick={() => setShowsKeys(true)}>
            {words.keys}
          </Button>
        </div>
      ) : null}
      {days.map(({ group, cards: open }) => (
        <DayGroup
          key={group.key}
          group={group}
          cards={open}
          claimOf={claimOf}
          isPanelOpen={panel?.of === "day" && panel.key === group.key}
          acts={dayActs}
        >
          {open.map((card) => {
            const result = fates.get(card.id)?.result;
            return (
              <ClaimCard
                key={card.id}
                card={card}
                claim={claimOf(card)}
                now={now}
                isChosen={card.id === chosen}
                panel={panel?.of === "card" && panel.id === card.id ? panel.kind : null}
                refusal={result && !result.ok ? result.refusal : null}
                acts={cardActs}
                photoPath={photoPath}
                claimPath={claimPath}
              />
            );
          })}
        </DayGroup>
      ))}
      {cards.length === 0 ? whenDone : null}
      <ResultList fates={all} />
      <ResultBar fates={all} onUndo={() => void undo()} onSendAgain={sendAgain} />
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </>
  );
}
