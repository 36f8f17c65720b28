import { Link } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import type { WorkInHand } from "#app/domain/orders/order.ts";
import { splitName } from "#app/domain/people/person-name.ts";
import { todayArea } from "#app/messages/vi/today.ts";
import { MemberDay, type MemberFigures } from "../activity/member-day.tsx";
import { useMessages } from "../language.tsx";
import { latePart } from "../late-part.tsx";
import { Page } from "../page.tsx";
import type { NavigationItem } from "../shell/navigation.ts";
import { MemberBoard, type MemberBoardProps } from "./member-board.tsx";
import { WorkInHandTiles } from "./work-in-hand.tsx";

/** A medal with its words weighs as much as the rest of the page, and is rarely new. */
export const freshAward = await latePart(async () => (await import("../badges/fresh-award.tsx")).FreshAward);

interface TodayProps {
  name: string;
  /** What this person can open, this page left out. */
  places: readonly NavigationItem[];
  /** Of whoever logs work. */
  member: MemberFigures | null;
  /** Of whoever is on the roster. */
  board: MemberBoardProps | null;
  /** Of whoever is given work. */
  work: WorkInHand | null;
  /** Earned, and not looked at yet. */
  fresh: readonly ShownAward[];
}

/** The first page of somebody who is signed in: a greeting by the given name, and where to go. */
export function Today({ name, places, member, board, work, fresh }: TodayProps) {
  const { today } = useMessages(todayArea);
  return (
    <Page title={today.greeting(splitName(name).given)} lead={today.lead}>
      {fresh.length > 0 ? <freshAward.Part awards={fresh} /> : null}
      {member ? <MemberDay {...member} /> : null}
      {work ? <WorkInHandTiles {...work} /> : null}
      {board ? <MemberBoard {...board} /> : null}
      <ul className="pairs-on-phone grid gap-3 sm:gap-4 lg:grid-cols-3">
        {places.map(({ to, label, icon: Picture }) => (
          <li key={to}>
            <Link
              to={to}
              className="group flex h-full min-h-16 items-center gap-3 rounded-xl border border-line bg-surface p-3 shadow-card hover:border-edge sm:min-h-24 sm:gap-4 sm:p-5"
            >
              <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink sm:size-14">
                <Picture size="1.5rem" aria-hidden />
              </span>
              <span className="min-w-0 flex-1 font-bold leading-snug sm:text-lg">{label}</span>
              <ArrowRight
                size="1.375em"
                aria-hidden
                className="hidden shrink-0 text-ink-soft transition-transform group-hover:translate-x-1 sm:block"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
