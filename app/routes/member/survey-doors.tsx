import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import ClipboardList from "lucide-react/icons/clipboard-list";
import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { isId } from "#app/domain/ids.ts";
import { askedOf } from "#app/domain/survey/progress.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readDoors } from "#app/features/survey/read-doors.server.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { ProgressBar } from "#app/ui/kit/progress-bar.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { DoorList, DoorsByLane } from "#app/ui/survey/door-list.tsx";
import { SURVEY_PATHS } from "#app/ui/survey/paths.ts";

export const handle: PageHandle = { title: (say) => say(surveyArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "survey.take");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const round = query.get("dot");
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const isWhole = query.get("loc") === "het";
  const wish = {
    roundId: round !== null && isId(round) ? round : null,
    villageId: optionalNumber(query.get("thon")),
    isWhole,
  };
  return {
    live,
    isWhole,
    view: await readDoors(caller, wish),
    maySeeResults: can(actor, "survey.read", null, today).ok,
    saved: (query.get("luu") ?? "").slice(0, 20) || null,
    hasWork: query.get("viec") === "gui",
  };
}

/** As far as one looks ahead on a walk; the whole list is one tap away. */
const NEXT_DOORS = 24;

export default function SurveyDoors() {
  const { live, view, isWhole, maySeeResults, saved, hasWork } = useLoaderData<typeof loader>();
  const { survey: words } = useMessages(surveyArea);
  const { date } = useFormat();
  useLive(live);
  if (view === null) {
    return (
      <Page trail={<TeamTrail />} title={words.title} lead={words.lead}>
        <EmptyState icon={ClipboardList} title={words.noRoundTitle}>
          {words.noRoundBody}
        </EmptyState>
      </Page>
    );
  }
  const { round, village, otherVillages, otherRounds, progress, doors } = view;
  const here = SURVEY_PATHS.doorsOf(round.id, village.id);
  const days = words.days(date(round.firstDay as LocalDate), date(round.lastDay as LocalDate));
  return (
    <Page
      trail={<TeamTrail />}
      title={words.listTitle(village.name)}
      lead={`${round.name} · ${days}`}
      width="narrow"
      actions={otherVillages.map(({ id, name }) => (
        <LinkButton key={id} to={SURVEY_PATHS.doorsOf(round.id, id)} variant="secondary">
          {name}
        </LinkButton>
      ))}
    >
      {saved === null ? null : (
        <Flash key={saved}>{hasWork ? words.form.savedWork(saved) : words.form.saved(saved)}</Flash>
      )}
      {round.state === "running" ? null : <Notice>{words.roundOver}</Notice>}
      <ProgressBar
        label={words.progress}
        value={askedOf(progress)}
        goal={progress.listed}
        unit={words.households}
      />
      <p className="flex flex-wrap items-center justify-between gap-3">
        <strong className="text-lg">{isWhole ? words.wholeList : words.toAsk}</strong>
        <TextLink to={isWhole ? here : `${here}&loc=het`} className="inline-flex min-h-12 items-center">
          {isWhole ? words.toAsk : words.wholeList}
        </TextLink>
      </p>
      {doors.length === 0 ? (
        <EmptyState icon={CircleCheck} title={words.allDoneTitle}>
          {words.allDoneBody}
        </EmptyState>
      ) : (
        <>
          {isWhole ? (
            <DoorsByLane doors={doors} doorAt={(id) => SURVEY_PATHS.door(round.id, id)} />
          ) : (
            <DoorList doors={doors.slice(0, NEXT_DOORS)} doorAt={(id) => SURVEY_PATHS.door(round.id, id)} />
          )}
          {isWhole || doors.length <= NEXT_DOORS ? null : (
            <p className="text-ink-soft">{words.more(doors.length - NEXT_DOORS)}</p>
          )}
        </>
      )}
      {maySeeResults || otherRounds.length > 0 ? (
        <nav aria-label={words.otherRounds} className="flex flex-wrap gap-3">
          {maySeeResults ? (
            <LinkButton to={SURVEY_PATHS.results(round.id)} variant="secondary">
              {words.results}
            </LinkButton>
          ) : null}
          {otherRounds.map(({ id, name }) => (
            <LinkButton key={id} to={SURVEY_PATHS.doorsOf(id, village.id)} variant="secondary">
              {name}
            </LinkButton>
          ))}
        </nav>
      ) : null}
    </Page>
  );
}
