import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

// C25: "CNCĐ_<Thôn/khu phố/tổ dân phố>_<Tên xã/phường/thị trấn>_<Tên huyện/thành phố>"; C26: one name for the commune.

/** What stands in braces. */
export const NAME_VARIABLES = ["thon", "xa", "loai-xa", "huyen", "tinh", "to"] as const;
export type NameVariable = (typeof NAME_VARIABLES)[number];
export type NameFacts = Readonly<Record<NameVariable, string>>;

export const DEFAULT_TEMPLATES = {
  village: "CNCĐ_{thon}_{xa}_{huyen}",
  commune: "{to} - {loai-xa} {xa}",
} as const;

export const GROUP_STATUSES = ["existing", "new", "none"] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];

export type ZaloRefusal =
  | { readonly code: "zalo_variable_unknown"; readonly variable: string }
  | { readonly code: "zalo_variable_missing"; readonly variable: NameVariable }
  | { readonly code: "zalo_link_malformed" }
  | { readonly code: "zalo_name_missing" };

const VARIABLE = /\{([^{}]*)\}/g;

/** A village's name must say which village; whatever else stands in braces must be known. */
export function judgeTemplate(
  template: string,
  needed: NameVariable,
): Verdict<null, Extract<ZaloRefusal, { code: "zalo_variable_unknown" | "zalo_variable_missing" }>> {
  for (const [, variable = ""] of template.matchAll(VARIABLE)) {
    if (!(NAME_VARIABLES as readonly string[]).includes(variable))
      return refused({ code: "zalo_variable_unknown", variable });
  }
  return template.includes(`{${needed}}`)
    ? allowed(null)
    : refused({ code: "zalo_variable_missing", variable: needed });
}

export function makeGroupName(template: string, facts: NameFacts): string {
  return tidy(template.replace(VARIABLE, (whole, name: string) => facts[name as NameVariable] ?? whole));
}

/** What is wrong with a name that was pasted, in the order one reads it. */
export type NameFault =
  | { readonly kind: "empty" }
  | { readonly kind: "spaces" }
  | { readonly kind: "separator"; readonly separator: string }
  | { readonly kind: "too_few"; readonly missing: readonly string[] }
  | { readonly kind: "too_many"; readonly extra: readonly string[] }
  | { readonly kind: "marks"; readonly written: string; readonly expected: string }
  | { readonly kind: "capitals"; readonly written: string; readonly expected: string }
  | {
      readonly kind: "part";
      readonly variable: NameVariable | null;
      readonly written: string;
      readonly expected: string;
    };

/** No fault: the name is as it should be. */
export function judgeGroupName(pasted: string, template: string, facts: NameFacts): NameFault[] {
  const expected = makeGroupName(template, facts);
  const raw = pasted.normalize("NFC");
  if (raw.trim() === "") return [{ kind: "empty" }];
  if (raw === expected) return [];
  const written = tidy(raw);
  if (written === expected) return [{ kind: "spaces" }];
  const separator = separatorOf(template);
  if (separator === null) return [partFault(written, expected, null)];
  const faults: NameFault[] = [];
  let parts = written.split(separator).map((part) => part.trim());
  const wanted = expected.split(separator).map((part) => part.trim());
  if (parts.length < wanted.length && separator.trim() !== "") {
    // Somebody used another sign between the parts.
    const loose = written.split(/\s*[_|/–—]\s*|\s+-\s+|(?<=\S)-(?=\S)/).map((part) => part.trim());
    if (loose.length === wanted.length) {
      parts = loose;
      faults.push({ kind: "separator", separator: separator.trim() });
    }
  }
  if (parts.length === wanted.length && parts.join(separator) !== written && faults.length === 0)
    faults.push({ kind: "spaces" });
  const variables = template.split(separator).map(onlyVariable);
  for (const [index, part] of wanted.slice(0, parts.length).entries()) {
    const own = parts[index] ?? "";
    if (own !== part) faults.push(partFault(own, part, variables[index] ?? null));
  }
  if (parts.length < wanted.length) faults.push({ kind: "too_few", missing: wanted.slice(parts.length) });
  if (parts.length > wanted.length) faults.push({ kind: "too_many", extra: parts.slice(wanted.length) });
  return faults;
}

function partFault(written: string, expected: string, variable: NameVariable | null): NameFault {
  if (written.toLocaleLowerCase("vi") === expected.toLocaleLowerCase("vi"))
    return { kind: "capitals", written, expected };
  if (foldVietnamese(written) === foldVietnamese(expected)) return { kind: "marks", written, expected };
  return { kind: "part", variable, written, expected };
}

function separatorOf(template: string): string | null {
  if (template.includes("_")) return "_";
  return template.includes(" - ") ? " - " : null;
}

function onlyVariable(piece: string): NameVariable | null {
  const found = [...piece.matchAll(VARIABLE)].map(([, name]) => name as NameVariable);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Only an invitation of Zalo itself: nothing else is put before a village as its group. */
export function isZaloLink(text: string): boolean {
  return /^https:\/\/([a-z]+\.)?zalo\.me\/[^\s]+$/.test(text) && text.length <= 200;
}
