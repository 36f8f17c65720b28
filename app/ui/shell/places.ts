import Award from "lucide-react/icons/award";
import Building2 from "lucide-react/icons/building-2";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import FileText from "lucide-react/icons/file-text";
import House from "lucide-react/icons/house";
import HousePlus from "lucide-react/icons/house-plus";
import Landmark from "lucide-react/icons/landmark";
import Network from "lucide-react/icons/network";
import SquarePen from "lucide-react/icons/square-pen";
import Trophy from "lucide-react/icons/trophy";
import UserRound from "lucide-react/icons/user-round";
import Users from "lucide-react/icons/users";
import UsersRound from "lucide-react/icons/users-round";
import Vote from "lucide-react/icons/vote";
import { type Actor, isInForce } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Catalogue } from "#app/messages/catalogue.ts";
import type { Icon } from "../kit/icon.ts";
import type { NavigationItem } from "./navigation.ts";

interface Place {
  readonly key: keyof Catalogue["shell"]["navigation"];
  readonly to: string;
  readonly icon: Icon;
  /** Offered to whoever may do this somewhere, by the same matrix that guards the page. */
  readonly capability: Capability;
}

/** Everything the navigation can offer, in its order. At most five fall to one role on a phone. */
export const PLACES = [
  { key: "today", to: "/", icon: House, capability: "home.read" },
  { key: "log", to: "/ghi-viec", icon: SquarePen, capability: "activity.log" },
  { key: "verify", to: "/duyet", icon: ClipboardCheck, capability: "activity.verify" },
  { key: "myTeam", to: "/to-cua-toi", icon: UsersRound, capability: "team.read" },
  { key: "board", to: "/bang", icon: Trophy, capability: "board.read" },
  { key: "roster", to: "/van-phong/doi-ngu", icon: Network, capability: "roster.overview" },
  { key: "reports", to: "/bao-cao", icon: FileText, capability: "report.write" },
  { key: "office", to: "/van-phong", icon: Landmark, capability: "commune.read-settings" },
  { key: "upper", to: "/cap-tren", icon: Building2, capability: "upper.read" },
  { key: "vote", to: "/hoi-dong", icon: Vote, capability: "council.vote" },
  { key: "year", to: "/van-phong/nam", icon: Award, capability: "year.read" },
  { key: "people", to: "/van-phong/nguoi-dung", icon: Users, capability: "people.read" },
  { key: "found", to: "/van-phong/lap-don-vi", icon: HousePlus, capability: "commune.found" },
  { key: "me", to: "/tai-khoan", icon: UserRound, capability: "account.read" },
] as const satisfies readonly Place[];

/** As many as fit side by side on a phone. */
const MOST_PLACES = 5;

export type PlaceKey = (typeof PLACES)[number]["key"];

/**
 * Whoever already works in a commune is not invited to found one at every step; the office has a queue of its own,
 * with its figures, behind its desk.
 */
export function offeredPlaces(actor: Actor, today: LocalDate): PlaceKey[] {
  const hasCommune = actor.grants.some((grant) => isInForce(grant, today));
  // A team's reports stand on the team's own page.
  const hasTeam = can(actor, "team.read", null, today).ok;
  const hasDesk = can(actor, "activity.read-office", null, today).ok;
  // A team or a desk fills the menu.
  const hasOffice = can(actor, "commune.read-settings", null, today).ok;
  const keys = PLACES.filter(
    ({ key, capability }) =>
      !((key === "vote" || key === "year") && (hasOffice || hasTeam)) &&
      !(key === "found" && hasCommune) &&
      !(key === "verify" && hasDesk) &&
      !(key === "reports" && hasTeam) &&
      can(actor, capability, null, today).ok,
  ).map(({ key }) => key);
  // The account has its menu in the header of every page.
  return keys.length > MOST_PLACES ? keys.filter((key) => key !== "me") : keys;
}

/** What the menu has no room for and the first page still shows; whoever has a desk finds the year there. */
export function placesBeside(menu: readonly PlaceKey[], actor: Actor, today: LocalDate): PlaceKey[] {
  return PLACES.filter(
    ({ key, capability }) =>
      (key === "vote" || (key === "year" && !menu.includes("office"))) &&
      !menu.includes(key) &&
      can(actor, capability, null, today).ok,
  ).map(({ key }) => key);
}

export function navigationOf(
  keys: readonly PlaceKey[],
  { shell }: Pick<Catalogue, "shell">,
): NavigationItem[] {
  return PLACES.filter(({ key }) => keys.includes(key)).map(({ key, to, icon }) => ({
    to,
    icon,
    label: shell.navigation[key],
  }));
}
