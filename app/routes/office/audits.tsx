import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Dices from "lucide-react/icons/dices";
import { isId, makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { lookSchema } from "#app/features/second-looks/look.schema.ts";
import { readLooks } from "#app/features/second-looks/read-looks.server.ts";
import { recordLook } from "#app/features/second-looks/record-look.server.ts";
import { auditsArea } from "#app/messages/vi/audits.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { DrawList } from "#app/ui/audits/draw-list.tsx";
import { LookForm } from "#app/ui/audits/look-form.tsx";
import { LookTable } from "#app/ui/audits/look-table.tsx";
import { PlaceLinks } from "#app/ui/audits/place-links.tsx";
import { RateTable } from "#app/ui/audits/rate-table.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(auditsArea).title };

const PATH = "/van-phong/hau-kiem";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "audit.check");
  const { platform, communeId, now } = caller;
  if (communeId === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const wanted = search.get("viec") ?? "";
  const place = /^\d{1,9}$/.exec(search.get("noi") ?? "")?.[0];
  const villageId = place === undefined ? null : Number(place);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    villageId,
    ...(await readLooks(caller, { openedId: isId(wanted) ? wanted : null, villageId })),
    correctionId: makeId(now.getTime(), platform.random.bytes(10)),
    isDone: search.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "audit.check");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, lookSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { claimId, correctionId, verdict, field, facts = null } = form.value;
  const isWrong = verdict === "differs";
  if (isWrong && (facts === null || field === undefined)) {
    const missing = {
      ...(field === undefined && { field: { code: "not_chosen" } as const }),
      ...(facts === null && { facts: { code: "required" } as const }),
    };
    return askAgain(missing, form.values);
  }
  const kept = await recordLook(caller, {
    claimId,
    verdict,
    facts,
    correction: isWrong && field !== undefined ? { id: correctionId, field } : null,
  });
  return kept.ok ? goOn(`${PATH}?xong`) : askAgain({ form: kept }, form.values);
}

export default function SecondLooks() {
  const { live, opened, correctionId, isDone } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const { audits: words, setup } = useMessages(auditsArea, setupArea);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {isDone && !answer ? <Flash>{words.saved}</Flash> : null}
      {opened ? (
        <LookForm look={opened} correctionId={correctionId} answer={answer} path={PATH} />
      ) : (
        <Overview />
      )}
    </Page>
  );
}

function Overview() {
  const { waiting, waitingCount, places, villageId, done, verifiers, villages, draws } =
    useLoaderData<typeof loader>();
  const { audits: words } = useMessages(auditsArea);
  const { village } = useTerms();
  const format = useFormat();
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState icon={Dices} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Card>
          <PlaceLinks
            places={places}
            chosen={villageId}
            path={PATH}
            label={words.byPlace(village)}
            all={words.everywhere}
          />
          <LookTable caption={words.waiting(format.number(waitingCount))} looks={waiting} path={PATH} />
          {waitingCount > waiting.length ? (
            <p className="mt-4 text-ink-soft">{words.firstShown(format.number(waiting.length))}</p>
          ) : null}
        </Card>
      )}
      <Disclosure summary={words.ratesByVerifier}>
        <p className="mb-4 text-ink-soft">{words.rateNote}</p>
        <RateTable caption={words.ratesByVerifier} rates={verifiers} />
      </Disclosure>
      <Disclosure summary={words.ratesByVillage(village)}>
        <RateTable caption={words.ratesByVillage(village)} rates={villages} />
      </Disclosure>
      {done.length > 0 ? (
        <Disclosure summary={words.done}>
          <LookTable caption={words.done} looks={done} path={PATH} hidesCaption />
        </Disclosure>
      ) : null}
      <Card title={words.draws}>
        <p className="mb-5 text-ink-soft">{words.drawsLead}</p>
        <DrawList draws={draws} />
      </Card>
    </>
  );
}
