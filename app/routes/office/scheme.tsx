import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow, type Caller, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { discardDraft, proposeScheme, withdrawProposal } from "#app/features/scheme/propose-scheme.server.ts";
import { publishScheme } from "#app/features/scheme/publish-scheme.server.ts";
import { readRuleBook } from "#app/features/scheme/read-rule-book.server.ts";
import { proposeSchema, publishSchema } from "#app/features/scheme/scheme.schema.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DraftCard } from "#app/ui/scheme/draft-card.tsx";
import { LimitList, RulesByPillar } from "#app/ui/scheme/rules-by-pillar.tsx";
import { StandingNotice } from "#app/ui/scheme/standing-notice.tsx";
import { VersionList } from "#app/ui/scheme/version-list.tsx";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(schemeArea).title };

const PATH = "/van-phong/bo-quy-tac";
const DONE = ["luu", "de-nghi", "ban-hanh", "rut", "bo"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read-office");
  const { platform, communeId, actor, today, person } = caller;
  if (communeId === null) throw notFound();
  const done = new URL(args.request.url).searchParams.get("xong");
  const { versions, draft, ...book } = await readRuleBook(platform, caller.scope("scheme.read"));
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    ...book,
    versions: versions.map(({ scheme: _, ...version }) => version),
    scheme: draft?.scheme ?? versions[0]?.scheme ?? null,
    draft: draft && {
      revision: draft.revision,
      proposal: draft.proposal && {
        ...draft.proposal,
        byName: draft.proposedByName,
        isMine: draft.proposal.by === person.accountId,
      },
    },
    mayEdit: can(actor, "scheme.edit", { communeId }, today).ok,
    done: DONE.find((each) => each === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.read-office");
  if (caller.communeId === null) throw notFound();
  const target = { communeId: caller.communeId };
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "propose":
      demand(args, caller, "scheme.edit", target);
      return propose(caller, fields);
    case "publish":
      demand(args, caller, "scheme.publish", target);
      return publish(caller, fields);
    case "withdraw":
      demand(args, caller, "scheme.edit", target);
      await withdrawProposal(caller.platform, caller.scope("scheme.withdraw"));
      return goOn(`${PATH}?xong=rut`);
    case "discard":
      demand(args, caller, "scheme.edit", target);
      await discardDraft(caller.platform, caller.scope("scheme.discard"));
      return goOn(`${PATH}?xong=bo`);
    default:
      throw notFound();
  }
}

async function propose(caller: Caller, fields: FormData) {
  const form = await readForm(fields, proposeSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { note = null, ...wish } = form.value;
  const scope = caller.scope("scheme.propose");
  const verdict = await proposeScheme(caller.platform, scope, { ...wish, note });
  if (verdict.ok) return goOn(`${PATH}?xong=de-nghi`);
  const isAboutDay = ["scheme_not_future", "scheme_not_month_start", "scheme_before_last"].includes(
    verdict.code,
  );
  return askAgain({ [isAboutDay ? "effectiveOn" : "form"]: verdict }, form.values);
}

async function publish(caller: Caller, fields: FormData) {
  const form = await readForm(fields, publishSchema);
  if (!form.ok) return askAgain({ form: { code: "not_valid" } });
  const verdict = await publishScheme(caller.platform, caller.scope("scheme.publish"), form.value);
  return verdict.ok ? goOn(`${PATH}?xong=ban-hanh`) : askAgain({ form: verdict });
}

export default function SchemeOfCommune() {
  const { live, regulation, versions, scheme, draft, pending, earliest, mayEdit, done } =
    useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const { scheme: words, setup } = useMessages(schemeArea, setupArea);
  const flashes = {
    luu: words.saved,
    "de-nghi": words.proposedFlash,
    "ban-hanh": words.publishedFlash,
    rut: words.withdrawnFlash,
    bo: words.discardedFlash,
  };
  const isEditable = mayEdit && !draft?.proposal;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
      actions={
        <LinkButton to="/quy-tac" variant="secondary">
          {words.readAll}
        </LinkButton>
      }
    >
      {done && !answer ? <Flash>{flashes[done]}</Flash> : null}
      <StandingNotice
        regulationNumber={regulation?.number ?? null}
        action={mayEdit ? <TextLink to={OFFICE_PATHS.settings}>{words.toRegulation}</TextLink> : null}
      />
      <DraftCard draft={draft} pending={pending} earliest={earliest} mayEdit={mayEdit} answer={answer} />
      {scheme ? (
        <>
          <RulesByPillar
            scheme={scheme}
            changedKeys={pending.flatMap(({ kind }) => kind?.key ?? [])}
            {...(isEditable && { editPath: (key: string) => `${PATH}/${key}` })}
          />
          <Card
            title={words.limitsTitle}
            aside={isEditable ? <TextLink to={`${PATH}/muc-tran`}>{words.editLimits}</TextLink> : null}
          >
            <LimitList scheme={scheme} />
          </Card>
        </>
      ) : null}
      <Card title={words.versions}>
        <VersionList versions={versions} path="/quy-tac" />
      </Card>
    </Page>
  );
}
