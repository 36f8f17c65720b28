import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

// C25: "CNCĐ_<Thôn/khu phố/tổ dân phố>_<Tên xã/phường/thị trấn>_<Tên huyện/thành phố>"; C26: one name for the commune.

/** What stands in braces, as the office writes it, and what it stands for. */
export const NAME_VARIABLES = [
  ["thon", "village"],
  ["xa", "commune"],
  ["loai-xa", "communeKind"],
  ["huyen", "district"],
  ["tinh", "province"],
  ["to", "team"],
] as const;
export type NameKey = (typeof NAME_VARIABLES)[number][1];
export type NameFacts = Readonly<Record<NameKey, string>>;

const KEYS: ReadonlyMap<string, NameKey> = new Map(NAME_VARIABLES);

export const DEFAULT_TEMPLATES = {
  village: "CNCĐ_{thon}_{xa}_{huyen}",
  commune: "{to} - {loai-xa} {xa}",
} as const;

export const GROUP_STATUSES = ["existing", "new", "none"] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];

export type ZaloRefusal =
  | { readonly code: "zalo_variable_unknown"; readonly variable: string }
  | { readonly code: "zalo_variable_missing"; readonly variable: string }
  | { readonly code: "zalo_link_malformed" }
  | { readonly code: "zalo_name_missing" };

const VARIABLE = /\{([^{}]*)\}/g;

/** A village's name must say which village; whatever else stands in braces must be known. */
export function judgeTemplate(
  template: string,
  needed: NameKey,
): Verdict<null, Extract<ZaloRefusal, { code: "zalo_variable_unknown" | "zalo_variable_missing" }>> {
  const named = [...template.matchAll(VARIABLE)].map(([, variable = ""]) => variable);
  const unknown = named.find((variable) => !KEYS.has(variable));
  if (unknown !== undefined) return refused({ code: "zalo_variable_unknown", variable: unknown });
  const [variable = ""] = NAME_VARIABLES.find(([, key]) => key === needed) ?? [];
  return named.includes(variable) ? allowed(null) : refused({ code: "zalo_variable_missing", variable });
}

export function makeGroupName(template: string, facts: NameFacts): string {
  return tidy(template.replace(VARIABLE, (whole, name: string) => factOf(name, facts) ?? whole));
}

function factOf(variable: string, facts: NameFacts): string | undefined {
  const key = KEYS.get(variable);
  return key && facts[key];
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
      readonly variable: NameKey | null;
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

function partFault(written: string, expected: string, variable: NameKey | null): NameFault {
  if (written.toLocaleLowerCase("vi") === expected.toLocaleLowerCase("vi"))
    return { kind: "capitals", written, expected };
  if (foldVietnamese(written) === foldVietnamese(expected)) return { kind: "marks", written, expected };
  return { kind: "part", variable, written, expected };
}

function separatorOf(template: string): string | null {
  if (template.includes("_")) return "_";
  return template.includes(" - ") ? " - " : null;
}

function onlyVariable(piece: string): NameKey | null {
  const found = [...piece.matchAll(VARIABLE)].map(([, name = ""]) => KEYS.get(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Only an invitation of Zalo itself: nothing else is put before a village as its group. */
export function isZaloLink(text: string): boolean {
  return /^https:\/\/([a-z]+\.)?zalo\.me\/[^\s]+$/.test(text) && text.length <= 200;
}
