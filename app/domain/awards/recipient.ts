import { isId } from "../ids.ts";
import type { RecipientKey } from "./award.ts";

export type Recipient =
  | { readonly kind: "village" | "team"; readonly id: number }
  | { readonly kind: "member" | "household"; readonly id: string }
  | { readonly kind: "unit"; readonly name: string };

/** What may be proposed: a recipient, or a model or an initiative whose makers receive it. */
export type Chosen = Recipient | { readonly kind: "model" | "initiative"; readonly id: string };

export function recipientKey(recipient: Recipient): RecipientKey {
  return `${recipient.kind}:${recipient.kind === "unit" ? recipient.name : recipient.id}`;
}

/** Null for whatever no form of the house would send. */
export function parseChosen(text: string): Chosen | null {
  const [, kind = "", rest = ""] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
  switch (kind) {
    case "village":
    case "team":
      return /^[1-9]\d{0,8}$/.test(rest) ? { kind, id: Number(rest) } : null;
    case "member":
    case "household":
    case "model":
    case "initiative":
      return isId(rest) ? { kind, id: rest } : null;
    case "unit":
      return rest.length >= 2 && rest.length <= 120 ? { kind, name: rest } : null;
    default:
      return null;
  }
}

export function parseRecipient(text: string): Recipient | null {
  const chosen = parseChosen(text);
  return chosen !== null && isRecipient(chosen) ? chosen : null;
}

function isRecipient(chosen: Chosen): chosen is Recipient {
  return chosen.kind !== "model" && chosen.kind !== "initiative";
}
