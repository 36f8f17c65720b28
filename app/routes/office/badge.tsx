import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { measuresFor } from "#app/domain/badges/judge-badge.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerBadgeForm } from "#app/features/badges/answer-badge-form.server.ts";
import { scaleOf } from "#app/features/badges/badges.schema.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { readOfficeBadge } from "#app/features/badges/read-office-badges.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { BadgeDraftCard } from "#app/ui/badges/badge-draft-card.tsx";
import { BadgeForm } from "#app/ui/badges/badge-form.tsx";
import { BadgeVersions } from "#app/ui/badges/badge-versions.tsx";
import { RecentAwards } from "#app/ui/badges/recent-awards.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import type { FormAnswer } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(badgesArea).office.title };

const DONE = ["luu", "de-nghi", "ban-hanh", "rut", "bo"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "badge.oversee");
  const { platform, communeId, actor, today, person } = caller;
  const query = new URL(args.request.url).searchParams;
  const withPreview = query.has("xem-truoc");
  const badge = await readOfficeBadge(caller, args.params.badge ?? "", { withPreview });
  const newest = badge?.versions[0];
  if (!badge || !newest || communeId === null) throw notFound();
  const { draft } = badge;
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    ...badge,
    newest,
    draft: draft && { ...draft, isMine: draft.proposal?.by === person.accountId },
    measures: measuresFor(newest.content.subject),
    scale: newest.content.award.by === "rule" ? scaleOf(newest.content.award.measure) : 1,
    mayEdit: can(actor, "badge.manage", { communeId }, today).ok,
    done: DONE.find((each) => each === query.get("xong")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "badge.oversee");
  const { communeId } = caller;
  const fields = await receiveForm(args.request);
  const key = args.params.badge ?? "";
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, fields.get("intent") === "publish" ? "badge.publish" : "badge.manage", { communeId });
  const answer = await answerBadgeForm(caller, key, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${BADGE_PATHS.officeOne(key)}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function OfficeBadge() {
  const { live, key, newest, versions, draft, measures, preview, recent, mayEdit, done } =
    useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { badges: words, setup } = useMessages(badgesArea, setupArea);
  const flashes = {
    luu: words.edit.saved,
    "de-nghi": words.edit.proposedFlash,
    "ban-hanh": words.edit.publishedFlash,
    rut: words.edit.withdrawnFlash,
    bo: words.edit.discardedFlash,
  };
  return (
    <Page
      title={newest.content.name}
      lead={newest.content.description}
      trail={
        <Breadcrumb
          steps={[
            { to: OFFICE_PATHS.overview, label: setup.overview.title },
            { to: BADGE_PATHS.office, label: words.office.title },
          ]}
        />
      }
    >
      {done && !answer ? <Flash>{flashes[done]}</Flash> : null}
      {draft ? (
        <BadgeDraftCard
          badge={key}
          draft={draft}
          inUse={newest.content}
          preview={preview}
          mayEdit={mayEdit}
          answer={answer}
        />
      ) : null}
      <Card title={words.edit.holders}>
        <RecentAwards badge={key} awards={recent} award={newest.content.award} />
      </Card>
      {mayEdit && !draft?.proposal ? (
        <BadgeForm
          badge={key}
          content={draft?.content ?? newest.content}
          revision={draft?.revision ?? 0}
          measures={measures}
          answer={answer}
        />
      ) : null}
      <Card title={words.edit.versions}>
        <BadgeVersions badge={key} versions={versions} />
      </Card>
    </Page>
  );
}
