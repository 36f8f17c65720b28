import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { REJECT_REASONS, RETURN_REASONS } from "#app/domain/verification/reasons.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { reasonsArea } from "#app/messages/vi/verification-reasons.ts";
import { Button } from "../kit/button.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

export type ReasonKind = "return" | "reject";

export interface ChosenReason {
  readonly reasonCode: string;
  readonly reason: string | null;
}

export function reasonAt(kind: ReasonKind, position: number): string | undefined {
  return (kind === "return" ? RETURN_REASONS : REJECT_REASONS)[position - 1];
}

interface ReasonPanelProps {
  kind: ReasonKind;
  /** Distinguishes the fields of two panels on one page. */
  name: string;
  claims: readonly string[];
  send: string;
  onSend: (reason: ChosenReason) => void;
  onCancel: () => void;
}

/** Why it goes back or does not count: one tap on a chip; words only where no chip says it. */
export function ReasonPanel({ kind, name, claims, send, onSend, onCancel }: ReasonPanelProps) {
  const { verification: words, reasons: known } = useMessages(verificationArea, reasonsArea);
  const [error, setError] = useState<string | null>(null);
  const reasons = kind === "return" ? RETURN_REASONS : REJECT_REASONS;
  const labels: Readonly<Record<string, string>> = kind === "return" ? known.toReturn : known.toReject;
  return (
    <Form
      method="post"
      noValidate
      className="grid gap-4 rounded-lg bg-sunken p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const reasonCode = String(form.get("reasonCode") ?? "other");
        const reason = String(form.get("reason") ?? "").trim();
        if (reasonCode === "other" && reason === "") return setError(words.wordsNeeded);
        onSend({ reasonCode, reason: reason === "" ? null : reason });
      }}
    >
      <input type="hidden" name="intent" value={kind} />
      {claims.map((claim) => (
        <input key={claim} type="hidden" name="claim" value={claim} />
      ))}
      <ChipGroup
        name="reasonCode"
        id={`${name}-code`}
        label={kind === "return" ? words.whyReturn : words.whyReject}
        choices={reasons.map((value) => ({ value, label: labels[value] ?? value }))}
        defaultValues={reasons.slice(0, 1)}
      />
      <TextArea
        name="reason"
        id={`${name}-words`}
        label={words.words}
        hint={words.wordsHint}
        error={error}
        rows={2}
        maxLength={500}
        optional
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={kind === "return" ? "gold" : "danger"}>
          {send}
        </Button>
        <Link
          to="?"
          preventScrollReset
          className="inline-flex min-h-12 items-center px-4 font-bold text-ink-soft underline underline-offset-4"
          onClick={(event) => {
            event.preventDefault();
            onCancel();
          }}
        >
          {words.cancel}
        </Link>
      </div>
    </Form>
  );
}
