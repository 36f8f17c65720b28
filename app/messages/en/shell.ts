import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { shell as vi } from "../vi/shell.ts";

const KIND_WORDS: Readonly<Record<CommuneKind, string>> = {
  commune: "commune",
  ward: "ward",
  special_zone: "special zone",
};

export const shell = {
  productName: "Thi đua số",
  skipToContent: "Skip to the main content",
  mainNavigation: "Main navigation",
  backHome: "Thi đua số, to the first page",
  signIn: "Sign in",
  signOut: "Sign out",
  notices: (count: number) =>
    count === 0 ? "Notices" : count > 9 ? "Notices, more than 9 new" : `Notices, ${count} new`,
  accountMenu: (name: string) => `Account of ${name}`,
  switchPerson: "Switch person",
  myAccount: "Account",
  myDevices: "My devices",
  appearance: "Appearance and text size",
  language: "Language",
  languageNames: { vi: "Tiếng Việt", en: "English" },
  place: (kind: CommuneKind, name: string) => `${name} ${KIND_WORDS[kind]}`,
  ended: "This commune was merged and can only be read. New work is logged in the new one.",
  chooseCommune: "Choose the commune",
  trial: "Trial run",
  navigation: {
    today: "Today",
    log: "Log work",
    roster: "Roster",
    myTeam: "My team",
    verify: "Check work",
    board: "Boards",
    reports: "Reports",
    office: "Office",
    upper: "Communes",
    vote: "Vote",
    year: "The year",
    people: "People",
    found: "New unit",
    me: "Me",
  },
} satisfies typeof vi;
