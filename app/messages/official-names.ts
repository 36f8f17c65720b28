import type { CommuneKind } from "#app/domain/roster/commune.ts";

/** Names as papers write them. Papers of the state are in Vietnamese, whatever language the screen speaks. */
const KIND_WORDS: Readonly<Record<CommuneKind, string>> = {
  commune: "xã",
  ward: "phường",
  special_zone: "đặc khu",
};

export function kindWord(kind: CommuneKind): string {
  return KIND_WORDS[kind];
}

/** "xã Đại Sơn", "phường 12" */
export function officialName(kind: CommuneKind, name: string): string {
  return `${KIND_WORDS[kind]} ${name}`;
}

export function peoplesCommitteeOf(kind: CommuneKind, name: string): string {
  return `Ủy ban nhân dân ${officialName(kind, name)}`;
}
