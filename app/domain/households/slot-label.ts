import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** "Bà Lan" */
export const LONGEST_SLOT_NAME = 24;
const SHOWN_DIGITS = 3;

export type SlotLabelRefusal =
  | { code: "slot_name_too_long"; maximum: number }
  | { code: "slot_name_holds_number" }
  | { code: "slot_digits_too_few"; minimum: number };

/**
 * What lets a checker recognise a person: how the neighbours call them and the last three digits of the phone.
 * Of a whole number only those three are kept; more would be a phone book of the village.
 */
export function makeSlotLabel(name: string, phone: string | null): Verdict<string, SlotLabelRefusal> {
  const called = name.normalize("NFC").trim().replace(/\s+/g, " ");
  if (/\p{Nd}/u.test(called)) return refused({ code: "slot_name_holds_number" });
  if ([...called].length > LONGEST_SLOT_NAME || called === "")
    return refused({ code: "slot_name_too_long", maximum: LONGEST_SLOT_NAME });
  if (phone === null || phone.trim() === "") return allowed(called);
  const digits = phone.replace(/\D/g, "");
  if (digits.length < SHOWN_DIGITS) return refused({ code: "slot_digits_too_few", minimum: SHOWN_DIGITS });
  return allowed(`${called} ...${digits.slice(-SHOWN_DIGITS)}`);
}

/** The label as the form had it. */
export function partsOfSlotLabel(label: string): { readonly name: string; readonly digits: string | null } {
  const match = /^(.*) \.\.\.(\d{3})$/.exec(label);
  return match ? { name: match[1] ?? "", digits: match[2] ?? null } : { name: label, digits: null };
}

export function isSlotLabel(text: string): boolean {
  const { name, digits } = partsOfSlotLabel(text);
  const made = makeSlotLabel(name, digits);
  return made.ok && made.value === text;
}

/**
 * Whether two labels of one household mean one person: "Bà Lan ...123" and "ba lan ...123" do; so does "Bà Lan"
 * without digits, as nobody in a house of few is called the same.
 */
export function isSamePerson(left: string, right: string): boolean {
  const [a, b] = [partsOfSlotLabel(left), partsOfSlotLabel(right)];
  if (foldVietnamese(a.name) !== foldVietnamese(b.name)) return false;
  return a.digits === null || b.digits === null || a.digits === b.digits;
}
