import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerToldForm } from "#app/features/targets/answer-forms.server.ts";
import { readTarget } from "#app/features/targets/read-target-board.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { LightPill } from "#app/ui/targets/light-pill.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { TargetFacts, TargetLineage, TargetParts } from "#app/ui/targets/target-facts.tsx";
import { TargetFigure, ToldLine } from "#app/ui/targets/target-figure.tsx";
import { TargetHistory, TargetVillages } from "#app/ui/targets/target-tables.tsx";
import { TargetTrail } from "#app/ui/targets/target-trail.tsx";
import { ToldFigures } from "#app/ui/targets/told-figures.tsx";

export const handle: PageHandle = { title: (say) => say(targetsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const target = await readTarget(caller, args.params.target ?? "");
  if (!target) throw notFound();
  return {
    live,
    target,
    today,
    hasDesk: can(actor, "commune.read-settings", { communeId }, today).ok,
    mayEdit: can(actor, "target.edit", { communeId }, today).ok,
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "target.edit");
  const fields = await receiveForm(args.request);
  const key = args.params.target ?? "";
  const answer =
    caller.communeId === null || fields === null ? null : await answerToldForm(caller, key, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TARGET_BOARD_PATHS.one(key)}?xong=so-lieu`);
}

export default function TargetPage() {
  const { live, target, today, hasDesk, mayEdit, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  useLive(live);
  const { targets: words } = useMessages(targetsArea);
  const { entry, reading, villages, told } = target;
  return (
    <Page
      title={entry.text}
      trail={<TargetTrail hasDesk={hasDesk} steps={[{ to: TARGET_BOARD_PATHS.board, label: words.title }]} />}
      actions={
        mayEdit ? (
          <LinkButton to={TARGET_BOARD_PATHS.edit(entry.key)} variant="secondary">
            {words.page.edit}
          </LinkButton>
        ) : null
      }
    >
      {done !== null && !answer ? (
        <Flash>{done === "so-lieu" ? words.page.toldSaved : words.page.saved}</Flash>
      ) : null}
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <Card title={words.page.now} aside={<LightPill light={target.light} />}>
          <TargetFigure entry={entry} reading={reading} state={target} />
          <ToldLine reading={reading} />
        </Card>
        <TargetFacts entry={entry} reading={reading} />
      </div>
      <TargetParts entry={entry} reading={reading} />
      {entry.test.kind === "share" ? (
        <>
          <TargetVillages test={entry.test} villages={villages} />
          <TargetHistory test={entry.test} history={reading.history} />
        </>
      ) : null}
      <TargetLineage entry={entry} />
      <ToldFigures
        kind={entry.test.kind}
        told={told}
        villages={villages}
        form={mayEdit ? { id, today, answer } : null}
      />
    </Page>
  );
}
