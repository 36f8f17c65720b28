import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { dropWalk, makeWalk } from "#app/features/gap-walks/make-walk.server.ts";
import { readWalks } from "#app/features/gap-walks/read-walks.server.ts";
import { walkSchema } from "#app/features/gap-walks/walk.schema.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { gapWalksArea } from "#app/messages/vi/gap-walks.ts";
import { WALK_PATHS } from "#app/ui/gap-walks/paths.ts";
import { WalkCard } from "#app/ui/gap-walks/walk-card.tsx";
import { WalkForm } from "#app/ui/gap-walks/walk-form.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";

export const handle: PageHandle = { title: (say) => say(gapWalksArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "walk.take");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const view = await readWalks(caller, optionalNumber(query.get("thon")));
  if (!view) throw notFound();
  return { live, view, id: newIds(caller, 1)[0] ?? "", done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "walk.take");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if (fields.get("act") === "drop") {
    const id = String(fields.get("id"));
    if (!isId(id)) throw notFound();
    if (fields.get("sure") !== "yes") return askAgain({ sure: { code: "required" } }, { drop: id });
    if (!(await dropWalk(caller, id)).ok) throw notFound();
    return goOn(`${WALK_PATHS.tonight}?xong=bo`);
  }
  const form = await readForm(fields, walkSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { memberId = null, lane = null, ...wish } = form.value;
  const verdict = await makeWalk(caller, { ...wish, memberId, lane });
  if (verdict.ok) return goOn(`${WALK_PATHS.of(wish.villageId)}&xong=lap`);
  if (verdict.code === "not_permitted") throw notFound();
  const { ok: _, ...rejection } = verdict;
  return askAgain({ [verdict.code === "walk_not_in_team" ? "memberId" : "gap"]: rejection }, form.values);
}

export default function GapWalks() {
  const { live, view, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { gapWalks: words } = useMessages(gapWalksArea);
  useLive(live);
  const { village, otherVillages, walks, gaps, lanes, mates, roundId } = view;
  const dropped = answer?.values.drop;
  const isForForm = answer !== undefined && dropped === undefined;
  return (
    <Page
      trail={<TeamTrail />}
      title={words.titleOf(village.name)}
      lead={words.lead}
      width="narrow"
      actions={otherVillages.map((other) => (
        <LinkButton key={other.id} to={WALK_PATHS.of(other.id)} variant="secondary">
          {other.name}
        </LinkButton>
      ))}
    >
      {done === "lap" && !answer ? <Flash key={walks.length}>{words.made}</Flash> : null}
      {done === "bo" && !answer ? <Flash key={walks.length}>{words.dropped}</Flash> : null}
      {walks.map((walk) => (
        <WalkCard
          key={walk.id}
          walk={walk}
          roundId={roundId}
          villageId={village.id}
          problems={dropped === walk.id ? answer?.problems : undefined}
        />
      ))}
      {gaps.every(({ doors }) => doors === 0) ? (
        <EmptyState icon={CircleCheck} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Disclosure key={id} summary={words.make} isOpen={isForForm || walks.length === 0}>
          <WalkForm
            id={id}
            villageId={village.id}
            gaps={gaps}
            lanes={lanes}
            mates={mates}
            answer={isForForm ? answer : undefined}
          />
        </Disclosure>
      )}
    </Page>
  );
}
