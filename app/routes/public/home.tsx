import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Flag from "lucide-react/icons/flag";
import HandHelping from "lucide-react/icons/hand-helping";
import ListChecks from "lucide-react/icons/list-checks";
import Medal from "lucide-react/icons/medal";
import MessageCircleWarning from "lucide-react/icons/message-circle-warning";
import ScrollText from "lucide-react/icons/scroll-text";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import { GUIDE_PATH } from "#app/domain/guides/guide.ts";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { ORDER_PATHS } from "#app/domain/orders/order.ts";
import { PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { actorHere, allow, allowAnyone } from "#app/features/accounts/allow.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { readFreshAwards } from "#app/features/badges/read-fresh-awards.server.ts";
import { readMemberHome } from "#app/features/boards/read-member-home.server.ts";
import { readWorkInHand } from "#app/features/orders/read-work-in-hand.server.ts";
import { readMemberToday } from "#app/features/statements/read-member-today.server.ts";
import { guidesArea } from "#app/messages/vi/guides.ts";
import { movementsArea } from "#app/messages/vi/movements.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import { todayArea } from "#app/messages/vi/today.ts";
import { freshAward, Today } from "#app/ui/home/today.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { latePart } from "#app/ui/late-part.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import type { PageHandle } from "#app/ui/page-title.ts";
import { navigationOf, offeredPlaces, placesBeside } from "#app/ui/shell/places.ts";

/** Of three readers each brings their own page. */
const welcome = await latePart(async () => (await import("#app/ui/home/welcome.tsx")).Welcome);
const halfWay = await latePart(async () => (await import("#app/ui/home/half-way.tsx")).HalfWay);

export const handle: PageHandle = { title: (say) => say(shellArea).productName };

export const meta: MetaFunction = () => [
  {
    name: "description",
    content:
      "Ghi nhận việc của Tổ công nghệ số cộng đồng, xác nhận, chấm điểm và xét khen thưởng cho từng thôn, khu phố.",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, today, platform } = await allowAnyone(args);
  if (signedIn === null) return { who: "stranger", live: {} } as const;
  const { actor, person, isHalfWay } = signedIn;
  if (isHalfWay)
    return {
      who: "half_way",
      live: {},
      next: actor.hasSecondFactor ? PATHS.prove : PATHS.secondFactor,
    } as const;
  const places = offeredPlaces(actorHere(signedIn, today), today).filter(
    (key) => key !== "today" && key !== "log",
  );
  const isMember = can(actorHere(signedIn, today), "activity.log", null, today).ok;
  const caller = isMember ? await allow(args, "home.read") : null;
  const topics = caller ? ([`commune:${caller.communeId ?? 0}`, `account:${person.accountId}`] as const) : [];
  const live = await platform.live.readVersions(topics);
  const member = caller && (await readMemberToday(caller));
  const board = caller && (await readMemberHome(caller));
  const work = caller && (await readWorkInHand(caller));
  const mayFollow = can(actorHere(signedIn, today), "plan.follow", null, today).ok;
  const mayRaise = can(actorHere(signedIn, today), "difficulty.read", null, today).ok;
  const beside = placesBeside(places, actorHere(signedIn, today), today);
  const fresh = caller ? await readFreshAwards(caller) : [];
  const mayReadBadges = can(actorHere(signedIn, today), "badge.read", null, today).ok;
  return {
    who: "inside",
    name: person.displayName,
    places,
    live,
    member,
    board,
    fresh,
    work,
    mayFollow,
    mayRaise,
    beside,
    mayReadBadges,
  } as const;
}

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const found = await serverLoader<typeof loader>();
  if (found.who === "stranger") await welcome.bring().catch(() => {});
  if (found.who === "half_way") await halfWay.bring().catch(() => {});
  if (found.who === "inside" && found.fresh.length > 0) await freshAward.bring().catch(() => {});
  return found;
}

export default function Home() {
  const found = useLoaderData<typeof loader>();
  const { movements, guides, today, ...messages } = useMessages(
    shellArea,
    movementsArea,
    guidesArea,
    todayArea,
  );
  useLive(found.live);
  switch (found.who) {
    case "stranger":
      return <welcome.Part />;
    case "half_way":
      return <halfWay.Part to={found.next} />;
    case "inside":
      return (
        <Today
          name={found.name}
          places={[
            ...navigationOf(found.places, messages),
            ...(found.mayReadBadges
              ? [
                  { to: BADGE_PATHS.mine, icon: Medal, label: today.doors.badges },
                  { to: STORY_PATHS.all, icon: BookOpen, label: movements.stories },
                  { to: CAMPAIGN_PATHS.all, icon: Flag, label: movements.campaigns },
                ]
              : []),
            ...(found.work
              ? [
                  { to: ORDER_PATHS.mine, icon: ListChecks, label: today.doors.orders },
                  { to: HELP_PATHS.team, icon: HandHelping, label: today.doors.help },
                ]
              : []),
            ...(found.mayRaise
              ? [{ to: DIFFICULTY_PATHS.list, icon: MessageCircleWarning, label: today.doors.difficulties }]
              : []),
            ...navigationOf(found.beside, messages),
            ...(found.mayFollow
              ? [{ to: PLAN_PAPER_PATHS.library, icon: ScrollText, label: today.doors.planPapers }]
              : []),
            { to: GUIDE_PATH, icon: CircleHelp, label: guides.title },
          ]}
          member={found.member}
          board={found.board}
          work={found.work}
          fresh={found.fresh}
        />
      );
  }
}
