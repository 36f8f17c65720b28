import Keyboard from "lucide-react/icons/keyboard";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueueCard, QueueGroup } from "#app/domain/verification/queue.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Button } from "../kit/button.tsx";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { ClaimCard } from "./claim-card.tsx";
import { DayGroup, dayPanelName } from "./day-group.tsx";
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
  const { verification: words } = useMessages(verificationArea);
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
  const order = useRef<string[]>([]);
  const days = useMemo(
    () =>
      inKnownOrder(groups, order)
        .map((group) => ({ group, cards: group.cards.filter(isOpen) }))
        .filter(({ cards }) => cards.length > 0),
    [groups, isOpen],
  );
  const cards = useMemo(() => days.flatMap((day) => day.cards), [days]);
  const teams = useMemo(() => new Set(groups.map(({ teamName }) => teamName)).size, [groups]);
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

  // Whoever opens the reasons goes on there, by key or by ear.
  const panelName =
    panel === null ? null : panel.of === "card" ? `reason-${panel.id}` : dayPanelName(panel.key);
  useEffect(() => {
    if (panelName) document.getElementById(`${panelName}-code`)?.focus();
  }, [panelName]);

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
    <div className="grid grid-cols-1 gap-6 pb-24">
      {isLive && cards.length > 0 ? (
        <Button
          variant="secondary"
          icon={Keyboard}
          className="justify-self-end max-lg:hidden"
          onClick={() => setShowsKeys(true)}
        >
          {words.keys}
        </Button>
      ) : null}
      {days.map(({ group, cards: open }) => (
        <DayGroup
          key={group.key}
          group={group}
          cards={open}
          claimOf={claimOf}
          isPanelOpen={panel?.of === "day" && panel.key === group.key}
          namesTeam={teams > 1}
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
      {isLive && cards.length > 0 ? <p className="text-ink-soft lg:hidden">{words.swipeHint}</p> : null}
      <ResultList fates={all} />
      {panel === null ? <ResultBar fates={all} onUndo={() => void undo()} onSendAgain={sendAgain} /> : null}
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

/** What comes in live is added below: nothing moves under a finger. */
function inKnownOrder(groups: readonly QueueGroup[], order: { current: string[] }): readonly QueueGroup[] {
  const known = new Set(order.current);
  order.current = [...order.current, ...groups.map(({ key }) => key).filter((key) => !known.has(key))];
  const place = new Map(order.current.map((key, index) => [key, index]));
  return [...groups].sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}
