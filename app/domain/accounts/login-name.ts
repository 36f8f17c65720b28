import { type Phone, parsePhone } from "#app/domain/people/phone.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";

declare const usernameBrand: unique symbol;
/** Folded: small letters without marks, digits, dot, dash and underscore; begins with a letter. */
export type Username = string & { readonly [usernameBrand]: true };

export type UsernameRefusal = { code: "username_invalid"; minimum: number; maximum: number };

/** What a person typed to say who they are. A user name begins with a letter, a phone number never does. */
export type LoginName = { kind: "phone"; phone: Phone } | { kind: "username"; username: Username };

const MINIMUM_LENGTH = 3;
const MAXIMUM_LENGTH = 40;
const PATTERN = /^[a-z][a-z0-9._-]*$/;

/** "Vănphòng.Xã" and "vanphong.xa" are one name: marks, case and spaces around it do not count. */
export function parseUsername(text: string): Verdict<Username, UsernameRefusal> {
  const folded = foldVietnamese(text);
  const fits = folded.length >= MINIMUM_LENGTH && folded.length <= MAXIMUM_LENGTH && PATTERN.test(folded);
  return fits
    ? allowed(folded as Username)
    : refused({ code: "username_invalid", minimum: MINIMUM_LENGTH, maximum: MAXIMUM_LENGTH });
}

export function parseLoginName(text: string): LoginName | null {
  const phone = parsePhone(text);
  if (phone) return { kind: "phone", phone };
  const username = parseUsername(text);
  return username.ok ? { kind: "username", username: username.value } : null;
}

/** "Nguyễn Thị Hoa" becomes "hoa.nguyenthi": the given name first, as people call each other. */
export function suggestUsername(displayName: string): Username | null {
  const words = foldVietnamese(displayName)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const given = words.at(-1);
  if (given === undefined) return null;
  const rest = words.slice(0, -1).join("");
  const verdict = parseUsername((rest ? `${given}.${rest}` : given).slice(0, MAXIMUM_LENGTH));
  return verdict.ok ? verdict.value : null;
}
