import { Link } from "@remix-run/react";
import Activity from "lucide-react/icons/activity";
import Award from "lucide-react/icons/award";
import BookOpen from "lucide-react/icons/book-open";
import Building2 from "lucide-react/icons/building-2";
import CalendarRange from "lucide-react/icons/calendar-range";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import ClipboardList from "lucide-react/icons/clipboard-list";
import Coins from "lucide-react/icons/coins";
import Database from "lucide-react/icons/database";
import Dices from "lucide-react/icons/dices";
import FilePenLine from "lucide-react/icons/file-pen-line";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import FileText from "lucide-react/icons/file-text";
import Flag from "lucide-react/icons/flag";
import Gauge from "lucide-react/icons/gauge";
import GraduationCap from "lucide-react/icons/graduation-cap";
import HandHelping from "lucide-react/icons/hand-helping";
import Handshake from "lucide-react/icons/handshake";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import History from "lucide-react/icons/history";
import House from "lucide-react/icons/house";
import Landmark from "lucide-react/icons/landmark";
import LayoutGrid from "lucide-react/icons/layout-grid";
import Library from "lucide-react/icons/library";
import Lightbulb from "lucide-react/icons/lightbulb";
import ListTodo from "lucide-react/icons/list-todo";
import MapPin from "lucide-react/icons/map-pin";
import Medal from "lucide-react/icons/medal";
import Megaphone from "lucide-react/icons/megaphone";
import Merge from "lucide-react/icons/merge";
import MessageCircleWarning from "lucide-react/icons/message-circle-warning";
import MessagesSquare from "lucide-react/icons/messages-square";
import Package from "lucide-react/icons/package";
import Ribbon from "lucide-react/icons/ribbon";
import Scale from "lucide-react/icons/scale";
import ScrollText from "lucide-react/icons/scroll-text";
import SearchCheck from "lucide-react/icons/search-check";
import ShieldCheck from "lucide-react/icons/shield-check";
import Smile from "lucide-react/icons/smile";
import Split from "lucide-react/icons/split";
import Stamp from "lucide-react/icons/stamp";
import Target from "lucide-react/icons/target";
import Trophy from "lucide-react/icons/trophy";
import Tv from "lucide-react/icons/tv";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { AWARDS_PATH } from "#app/domain/awards/award-paths.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { INSPECTIONS_PATH } from "#app/domain/inspections/inspection.ts";
import type { Catalogue } from "#app/messages/catalogue.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import type { Icon } from "../kit/icon.ts";
import { useMessages } from "../language.tsx";
import { OFFICE_PATHS } from "./paths.ts";

interface DeskPlace {
  readonly key: keyof Catalogue["setup"]["overview"]["desk"];
  readonly to: string;
  readonly icon: Icon;
  readonly capability: Capability;
}

/** What the office opens now and then, and the menu has no room for, by when it is needed. */
const SHELVES = {
  monthly: [
    { key: "reports", to: "/van-phong/bao-cao", icon: FileText, capability: "report.oversee" },
    { key: "direction", to: "/van-phong/chi-dao", icon: Activity, capability: "report.oversee" },
    { key: "months", to: "/van-phong/ky", icon: CalendarRange, capability: "month.read" },
    { key: "verify", to: "/van-phong/duyet", icon: ClipboardCheck, capability: "activity.read-office" },
    { key: "targetBoard", to: "/van-phong/chi-tieu", icon: Gauge, capability: "target.read" },
    { key: "targets", to: "/van-phong/giao-chi-tieu", icon: Target, capability: "target.read" },
    { key: "planTasks", to: "/van-phong/nhiem-vu", icon: ListTodo, capability: "plan-task.read" },
    {
      key: "difficulties",
      to: "/kho-khan",
      icon: MessageCircleWarning,
      capability: "difficulty.read",
    },
    { key: "teamOrders", to: "/van-phong/giao-viec", icon: Megaphone, capability: "order.give-teams" },
    { key: "help", to: "/van-phong/ba-con-nho", icon: HandHelping, capability: "help.oversee" },
    { key: "training", to: "/van-phong/tap-huan", icon: GraduationCap, capability: "training.read" },
    { key: "paper", to: "/van-phong/ghi-giay", icon: FilePenLine, capability: "activity.log-paper" },
    { key: "audits", to: "/van-phong/hau-kiem", icon: Dices, capability: "audit.check" },
    { key: "inspections", to: INSPECTIONS_PATH, icon: SearchCheck, capability: "inspection.read" },
  ],
  recognition: [
    { key: "year", to: "/van-phong/nam", icon: Trophy, capability: "year.read" },
    { key: "awards", to: AWARDS_PATH, icon: Ribbon, capability: "award.read" },
    { key: "campaigns", to: "/van-phong/dot", icon: Flag, capability: "campaign.desk" },
    { key: "stories", to: "/van-phong/chuyen", icon: BookOpen, capability: "story.edit" },
    { key: "materials", to: "/van-phong/hoc-lieu", icon: Library, capability: "material.manage" },
    { key: "initiatives", to: "/van-phong/sang-kien", icon: Lightbulb, capability: "initiative.judge" },
    { key: "badges", to: "/van-phong/huy-hieu", icon: Medal, capability: "badge.oversee" },
    { key: "titles", to: "/van-phong/danh-hieu", icon: Award, capability: "title.read" },
    { key: "certificates", to: "/van-phong/chung-nhan", icon: Stamp, capability: "certificate.issue" },
    { key: "publication", to: "/van-phong/cong-bo", icon: Tv, capability: "publication.manage" },
    { key: "openData", to: "/van-phong/du-lieu-mo", icon: Database, capability: "open-data.read-settings" },
  ],
  rules: [
    { key: "plans", to: "/van-phong/ke-hoach", icon: ScrollText, capability: "plan.read" },
    { key: "scheme", to: "/van-phong/bo-quy-tac", icon: Scale, capability: "activity.read-office" },
    { key: "services", to: "/van-phong/dich-vu", icon: LayoutGrid, capability: "scheme.edit" },
  ],
  lists: [
    { key: "import", to: "/van-phong/doi-ngu/nhap", icon: FileSpreadsheet, capability: "roster.manage" },
    { key: "households", to: "/van-phong/ho", icon: House, capability: "household.oversee" },
    { key: "products", to: "/san-pham", icon: Package, capability: "market.read" },
    { key: "satisfaction", to: "/muc-hai-long", icon: Smile, capability: "satisfaction.read" },
    { key: "survey", to: "/van-phong/khao-sat", icon: ClipboardList, capability: "survey.read" },
    { key: "partners", to: "/van-phong/doi-tac", icon: HeartHandshake, capability: "support.read" },
    { key: "supportMoney", to: "/van-phong/kinh-phi", icon: Coins, capability: "support.read" },
    { key: "zalo", to: "/nhom-zalo", icon: MessagesSquare, capability: "zalo.keep" },
    { key: "venues", to: "/van-phong/dia-diem", icon: MapPin, capability: "roster.manage" },
    { key: "actors", to: "/van-phong/co-quan", icon: Landmark, capability: "roster.manage" },
    {
      key: "carriedOver",
      to: "/van-phong/so-lieu-chuyen-tiep",
      icon: History,
      capability: "carried-over.read",
    },
  ],
  rarely: [
    { key: "acts", to: OFFICE_PATHS.acts, icon: Handshake, capability: "two-person-act.read" },
    {
      key: "personalData",
      to: "/van-phong/du-lieu-ca-nhan",
      icon: ShieldCheck,
      capability: "personal-data.manage",
    },
    { key: "units", to: "/van-phong/don-vi", icon: Split, capability: "unit.change" },
    { key: "merger", to: "/van-phong/sap-nhap-xa", icon: Merge, capability: "commune-merger.read" },
    { key: "upper", to: "/van-phong/cap-tren", icon: Building2, capability: "upper.read-settings" },
  ],
} as const satisfies Record<string, readonly DeskPlace[]>;

const SHELF_KEYS = [
  "monthly",
  "recognition",
  "rules",
  "lists",
  "rarely",
] as const satisfies readonly (keyof typeof SHELVES)[];
const DESK: readonly DeskPlace[] = SHELF_KEYS.flatMap((shelf): readonly DeskPlace[] => SHELVES[shelf]);

export type DeskKey = DeskPlace["key"];

/** Asked of the same matrix that guards the pages. */
export function offeredDesk(actor: Actor, communeId: number, today: LocalDate): DeskKey[] {
  return DESK.filter(({ capability }) => can(actor, capability, { communeId }, today).ok).map(
    ({ key }) => key,
  );
}

export function DeskLinks({ keys }: { keys: readonly DeskKey[] }) {
  const { shelves } = useMessages(setupArea).setup.overview;
  return (
    <div className="grid gap-6">
      {SHELF_KEYS.map((shelf) => {
        const places: readonly DeskPlace[] = SHELVES[shelf];
        const offered = places.filter(({ key }) => keys.includes(key));
        if (offered.length === 0) return null;
        return (
          <section key={shelf}>
            <h3 className="mb-2 text-base font-bold text-ink-soft">{shelves[shelf]}</h3>
            <Shelf places={offered} />
          </section>
        );
      })}
    </div>
  );
}

function Shelf({ places }: { places: readonly DeskPlace[] }) {
  const { desk } = useMessages(setupArea).setup.overview;
  return (
    <ul className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-3">
      {places.map(({ key, to, icon: Picture }) => {
        const [title, lead] = desk[key];
        return (
          <li key={key}>
            <Link
              to={to}
              className="flex h-full min-h-14 items-center gap-2 rounded-lg border border-line p-2.5 hover:border-edge hover:bg-sunken sm:items-start sm:gap-3 sm:p-4"
            >
              <Picture size="1.5rem" aria-hidden className="mt-0.5 shrink-0 text-accent-ink" />
              <span className="min-w-0">
                <span className="block font-bold leading-snug">{title}</span>
                {/* A phone shows many places at once rather than a sentence about each. */}
                <span className="hidden text-sm text-ink-soft sm:block">{lead}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
