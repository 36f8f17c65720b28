import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { HouseholdAnswers } from "#app/domain/survey/answers.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { answerDoor } from "#app/features/survey/answer-door.server.ts";
import { readDoor } from "#app/features/survey/read-door.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ConflictCard } from "#app/ui/survey/conflict-card.tsx";
import { DoorForm, ShutDoor } from "#app/ui/survey/door-form.tsx";
import { SURVEY_PATHS } from "#app/ui/survey/paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { door }) => door.household.head };

const NOTHING: HouseholdAnswers = { outcome: null, answers: {}, groups: {}, note: null, adults: [] };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "survey.take");
  if (caller.communeId === null) throw notFound();
  const door = await readDoor(caller, idParam(args.params.roundId), idParam(args.params.householdId));
  if (!door) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    door,
    id: newIds(caller, 1)[0] ?? "",
    now: caller.now.getTime(),
    isSame: query.get("nhu") === "truoc",
    kept: query.get("xong") === "giu",
    saved: (query.get("luu") ?? "").slice(0, 20) || null,
    hasWork: query.get("viec") === "gui",
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "survey.take");
  const roundId = idParam(args.params.roundId);
  const householdId = idParam(args.params.householdId);
  const fields = await receiveForm(args.request);
  const door = caller.communeId === null ? null : await readDoor(caller, roundId, householdId);
  if (fields === null || !door) throw notFound();
  const answer = await answerDoor(caller, door, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return data({ problems: answer.problems, given: answer.given }, { status: 422 });
  if (!answer.isComplete) return goOn(`${SURVEY_PATHS.door(roundId, householdId)}?xong=giu`);
  const done = new URLSearchParams({ luu: door.household.code });
  if (answer.isWorkSent) done.set("viec", "gui");
  return goOn(
    door.next
      ? `${SURVEY_PATHS.door(roundId, door.next.id)}?${done}`
      : `${SURVEY_PATHS.doorsOf(roundId, door.household.villageId)}&${done}`,
  );
}

export default function SurveyDoor() {
  const { door, id, now, isSame, kept, saved, hasWork } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { survey, households } = useMessages(surveyArea, householdsArea);
  const format = useFormat();
  const { round, household, people, stored, before, form, next } = door;
  const words = survey.form;
  const here = SURVEY_PATHS.door(round.id, household.id);
  const basedOn = stored?.revision ?? 0;
  const isConflict = answer?.problems.form?.code === "survey_changed_meanwhile" && stored !== null;
  const given = answer?.given ?? (isSame && before ? before : (stored?.given ?? NOTHING));
  return (
    <Page
      title={household.head}
      lead={[`${households.list.code} ${household.code}`, household.lane].filter(Boolean).join(" · ")}
      trail={
        <Breadcrumb
          steps={[
            {
              to: SURVEY_PATHS.doorsOf(round.id, household.villageId),
              label: survey.listTitle(household.villageName),
            },
          ]}
        />
      }
      width="narrow"
    >
      {saved && !answer ? (
        <Flash key={saved}>{hasWork ? words.savedWork(saved) : words.saved(saved)}</Flash>
      ) : null}
      {kept && !answer ? <Flash key={`kept ${basedOn}`}>{words.kept}</Flash> : null}
      {stored ? (
        <p className="text-ink-soft">
          {words.lastBy(stored.takenByName, format.ago(stored.takenAt, now))} ·{" "}
          {survey.door[stored.isComplete ? (stored.given.outcome ?? "begun") : "begun"]}
        </p>
      ) : null}
      {round.state === "running" ? null : <Notice>{survey.roundOver}</Notice>}
      {isConflict && stored && answer ? (
        <ConflictCard
          id={id}
          basedOn={basedOn}
          theirs={stored.given}
          theirName={stored.takenByName}
          mine={answer.given}
          people={people}
          hereAt={here}
        />
      ) : (
        <>
          {before && !stored && !isSame && round.state === "running" ? (
            <div>
              <LinkButton to={`${here}?nhu=truoc`} variant="secondary" block>
                {words.same}
              </LinkButton>
            </div>
          ) : null}
          {isSame && before && !answer ? <Notice tone="success">{words.sameDone}</Notice> : null}
          {round.state === "running" ? (
            <>
              <ShutDoor id={id} basedOn={basedOn} />
              <DoorForm
                key={`${household.id}/${basedOn}/${isSame}`}
                id={id}
                basedOn={basedOn}
                form={form}
                people={people}
                given={given}
                problems={answer?.problems}
              />
            </>
          ) : null}
          {next ? (
            <LinkButton to={SURVEY_PATHS.door(round.id, next.id)} variant="secondary" block>
              {words.next(next.code)}
            </LinkButton>
          ) : null}
        </>
      )}
    </Page>
  );
}
