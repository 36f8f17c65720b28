import { useCallback, useEffect, useRef, useState } from "react";
import type { DecisionResult } from "#app/domain/verification/decision-result.ts";
import type { QueueCard, QueueDecision } from "#app/domain/verification/queue.ts";
import type { Rejection } from "#app/messages/rejections.ts";

export type Result = DecisionResult<Rejection>;

/** What became of a card on this screen. Until the server has answered, nothing is called done. */
export interface Fate {
  readonly card: QueueCard;
  readonly decision: QueueDecision;
  readonly state: "sending" | "unsent" | "done" | "refused" | "undone";
  readonly result: Result | null;
  /** The order in which they were decided here. */
  readonly turn: number;
}

export interface Sender {
  /** Decides many in one call; throws when it is not known to have arrived. */
  send(decisions: readonly QueueDecision[]): Promise<readonly Result[]>;
  undo(decision: QueueDecision, undoId: string): Promise<Result>;
  newId(): string;
}

const BATCH = 50;

/**
 * Decisions go out in the order they were made, many at once while the line is slow. One that may not have arrived
 * is sent again under the same name, which changes nothing when it had.
 */
export function useDecisions(sender: Sender) {
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const latest = useRef(fates);
  const waiting = useRef<QueueDecision[]>([]);
  const isSending = useRef(false);
  const turn = useRef(0);
  const senderNow = useRef(sender);
  senderNow.current = sender;

  const change = useCallback((make: (was: ReadonlyMap<string, Fate>) => Map<string, Fate>) => {
    latest.current = make(latest.current);
    setFates(latest.current);
  }, []);
  const mark = useCallback(
    (claimIds: readonly string[], patch: Partial<Fate>) =>
      change((was) => {
        const next = new Map(was);
        for (const id of claimIds) {
          const fate = next.get(id);
          if (fate) next.set(id, { ...fate, ...patch });
        }
        return next;
      }),
    [change],
  );

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current.length > 0) {
      const batch = waiting.current.slice(0, BATCH);
      const ids = batch.map(({ claimId }) => claimId);
      try {
        const results = await senderNow.current.send(batch);
        for (const result of results)
          mark([result.claimId], { state: result.ok ? "done" : "refused", result });
        waiting.current = waiting.current.slice(batch.length);
      } catch {
        mark(
          waiting.current.map(({ claimId }) => claimId),
          { state: "unsent" },
        );
        mark(ids, { state: "unsent" });
        break;
      }
    }
    isSending.current = false;
  }, [mark]);

  const sendAgain = useCallback(() => {
    mark(
      waiting.current.map(({ claimId }) => claimId),
      { state: "sending" },
    );
    void flush();
  }, [flush, mark]);

  useEffect(() => {
    window.addEventListener("online", sendAgain);
    return () => window.removeEventListener("online", sendAgain);
  }, [sendAgain]);

  const decide = useCallback(
    (
      cards: readonly QueueCard[],
      wish: Pick<QueueDecision, "verdict"> & Partial<Pick<QueueDecision, "reasonCode" | "reason">>,
    ) => {
      const made = cards.map((card) => ({
        card,
        decision: {
          decisionId: senderNow.current.newId(),
          claimId: card.id,
          revision: card.revision,
          verdict: wish.verdict,
          reasonCode: wish.reasonCode ?? null,
          reason: wish.reason ?? null,
        },
      }));
      turn.current += 1;
      change((was) => {
        const next = new Map(was);
        for (const { card, decision } of made)
          next.set(card.id, { card, decision, state: "sending", result: null, turn: turn.current });
        return next;
      });
      waiting.current.push(...made.map(({ decision }) => decision));
      void flush();
    },
    [change, flush],
  );

  /** Takes back the last turn of approvals that the server has confirmed. */
  const undo = useCallback(async (): Promise<boolean> => {
    const done = [...latest.current.values()].filter(
      ({ state, decision }) => state === "done" && decision.verdict === "approve",
    );
    const last = Math.max(...done.map((fate) => fate.turn));
    const undone = done.filter((fate) => fate.turn === last);
    for (const { decision } of undone) {
      try {
        const result = await senderNow.current.undo(decision, senderNow.current.newId());
        mark([decision.claimId], { state: result.ok ? "undone" : "done", ...(result.ok ? { result } : {}) });
      } catch {
        return false;
      }
    }
    return undone.length > 0;
  }, [mark]);

  const forget = useCallback(() => change(() => new Map()), [change]);
  return { fates, decide, undo, sendAgain, forget };
}
