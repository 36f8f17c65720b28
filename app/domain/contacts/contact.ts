import { formatPhone, type Phone, parsePhone } from "../people/phone.ts";

/** Whom a contact person is shown to (L29): those who lead teams, or everybody in them. */
export const CONTACT_READERS = ["leaders", "members"] as const;
export type ContactReaders = (typeof CONTACT_READERS)[number];

export const MOST_CONTACTS = 20;

export type ContactRefusal =
  | { code: "contact_phone_not_valid" }
  | { code: "contacts_full"; maximum: number }
  | { code: "contact_gone" };

declare const callNumberBrand: unique symbol;
/** A mobile number or a fixed line of Việt Nam in E.164: offices have both. */
export type CallNumber = string & { readonly [callNumberBrand]: true };

export function parseCallNumber(text: string): CallNumber | null {
  const mobile = parsePhone(text);
  if (mobile !== null) return mobile as string as CallNumber;
  const digits = text.trim().replace(/[\s.\-–()]/g, "");
  const fixed = /^(?:\+?84|0)(2\d{8,9})$/.exec(digits);
  return fixed ? (`+84${fixed[1]}` as CallNumber) : null;
}

/** 0912 345 678 or 0209 3825 123, as people read it aloud. */
export function formatCallNumber(number: CallNumber): string {
  if (!number.startsWith("+842")) return formatPhone(number as string as Phone);
  const local = `0${number.slice(3)}`;
  return `${local.slice(0, 4)} ${local.slice(4, -3)} ${local.slice(-3)}`;
}

/** Leaders see what members see, and what is for them alone. */
export function isShownTo(shownTo: ContactReaders, reader: ContactReaders): boolean {
  return shownTo === "members" || reader === "leaders";
}
