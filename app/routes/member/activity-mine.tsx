import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import ClipboardList from "lucide-react/icons/clipboard-list";
import Plus from "lucide-react/icons/plus";
import type { ClaimState } from "#app/domain/activity/claim.ts";
import { addDays, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { joinClaim } from "#app/features/activity-log/join-claim.server.ts";
import { readJoinableClaims } from "#app/features/activity-log/read-joinable-claims.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { readOwnClaims } from "#app/features/activity-log/read-own-claims.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { readOwnPoints } from "#app/features/statements/read-own-points.server.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { JoinableList } from "#app/ui/activity/joinable-list.tsx";
import { OwnFilter } from "#app/ui/activity/own-filter.tsx";
import { OwnList } from "#app/ui/activity/own-list.tsx";
import { ACTIVITY_PATHS, OWN_FILTERS } from "#app/ui/activity/paths.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(activityArea).record.mineTitle };

const ONE_PAGE = 30;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read-own");
  const query = new URL(args.request.url).searchParams;
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const filter = OWN_FILTERS.find(({ value }) => value === query.get("xem")) ?? null;
  const [day, id] = (query.get("truoc") ?? "").split("_");
  const workDate = parseLocalDate(day ?? "");
  const before = workDate && id && isId(id) ? { before: { workDate, id } } : {};
  const wish = { atMost: ONE_PAGE + 1, ...before, ...(filter ? { state: filter.state as ClaimState } : {}) };
  const found = await readOwnClaims(caller, wish);
  const records = found.slice(0, ONE_PAGE);
  const { ofClaim, cuts } = await readOwnPoints(
    caller,
    records.map((record) => record.id),
    [...new Set(records.map((record) => record.workDate))],
  );
  const yesterday = await readJoinableClaims(caller, addDays(caller.today, -1));
  const last = records.at(-1);
  return {
    live,
    today: caller.today,
    filter: filter?.value ?? "",
    records,
    points: ofClaim,
    cuts,
    names: await readKindNames(caller),
    joinable: [...(await readJoinableClaims(caller, caller.today)), ...yesterday],
    older: found.length > ONE_PAGE && last ? `${last.workDate}_${last.id}` : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const id = String((await receiveForm(args.request))?.get("claim") ?? "");
  const verdict = isId(id) ? await joinClaim(caller, id) : null;
  if (!verdict || (!verdict.ok && verdict.code === "not_permitted")) throw notFound();
  // Decided in the meantime: its own page says so.
  return redirect(`${ACTIVITY_PATHS.record(id)}${verdict.ok ? "?xong=tham-gia" : ""}`);
}

export default function ActivityMine() {
  const { live, today, filter, records, points, cuts, names, joinable, older } =
    useLoaderData<typeof loader>();
  const words = useMessages(activityArea).activity.record;
  useLive(live);
  const logButton = (
    <LinkButton to={ACTIVITY_PATHS.log} size="large" icon={Plus}>
      {words.logOne}
    </LinkButton>
  );
  const isEmpty = records.length === 0;
  return (
    <Page
      width="narrow"
      title={words.mineTitle}
      lead={words.mineLead}
      actions={isEmpty && filter === "" ? null : logButton}
    >
      <JoinableList records={joinable} names={names} today={today} />
      <OwnFilter chosen={filter} />
      {isEmpty ? (
        <EmptyState
          icon={ClipboardList}
          title={filter ? words.noneFiltered : words.noneTitle}
          action={filter ? null : logButton}
        >
          {filter ? words.mineLead : words.noneBody}
        </EmptyState>
      ) : null}
      <OwnList records={records} names={names} points={points} cuts={cuts} today={today} />
      {older ? (
        <LinkButton to={`?${filter ? `xem=${filter}&` : ""}truoc=${older}`} variant="secondary">
          {words.older}
        </LinkButton>
      ) : null}
    </Page>
  );
}
