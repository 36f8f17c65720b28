import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerInitiativeForm } from "#app/features/initiatives/answer-initiative-form.server.ts";
import { readInitiative, readInitiativeVillages } from "#app/features/initiatives/read-initiatives.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { initiativesArea, initiatives as vietnamese } from "#app/messages/vi/initiatives.ts";
import { InitiativeSheet } from "#app/ui/initiatives/initiative-sheet.tsx";
import { StepForm } from "#app/ui/initiatives/step-form.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { initiative }) => initiative.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "initiative.read");
  const { communeId, platform, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const initiative = await readInitiative(caller, idParam(args.params.initiativeId));
  if (!initiative) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const villages = initiative.may.acts.length > 0 ? await readInitiativeVillages(caller) : [];
  return {
    live,
    initiative,
    villages,
    id,
    today,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "initiative.read");
  const initiativeId = idParam(args.params.initiativeId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if ((await readInitiative(caller, initiativeId)) === null) throw notFound();
  const answer = await answerInitiativeForm(caller, initiativeId, fields, vietnamese.submitted);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${INITIATIVE_PATHS.one(initiativeId)}?xong=${answer.done}`);
}

export default function Initiative() {
  const { live, initiative, villages, id, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { initiatives } = useMessages(initiativesArea);
  const words = initiatives.one;
  useLive(live);
  const saved = done === null ? undefined : words.saved[done];
  return (
    <Page
      title={initiative.title}
      trail={<Breadcrumb steps={[{ to: INITIATIVE_PATHS.all, label: initiatives.title }]} />}
      width="narrow"
    >
      {saved && !answer ? <Flash key={id}>{saved}</Flash> : null}
      <ErrorSummary problems={answer?.problems} labels={{ step: words.which, reason: words.reason }} />
      <InitiativeSheet initiative={initiative} />
      {initiative.may.write ? (
        <div className="flex flex-wrap gap-3">
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" name="act" value="submit">
              {words.submit}
            </Button>
          </Form>
          <LinkButton to={`${INITIATIVE_PATHS.propose}?nhap=${initiative.id}`} variant="secondary">
            {words.edit}
          </LinkButton>
        </div>
      ) : null}
      {initiative.may.acts.length > 0 ? (
        <StepForm id={id} acts={initiative.may.acts} villages={villages} today={today} answer={answer} />
      ) : null}
    </Page>
  );
}
