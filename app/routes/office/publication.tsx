import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { publicBoardPath } from "#app/features/board-live/public-board-address.ts";
import { newTvForm, publicationForm, revokeTvForm } from "#app/features/board-live/publication.schema.ts";
import { readPublicationDesk } from "#app/features/board-live/read-desk.server.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { makeTvCode } from "#app/features/tv/make-tv-code.server.ts";
import { readTvCodes } from "#app/features/tv/read-tv-codes.server.ts";
import { revokeTvCode } from "#app/features/tv/revoke-tv-code.server.ts";
import { publicationArea } from "#app/messages/vi/publication.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PublishCard } from "#app/ui/publication/publish-card.tsx";
import { TvCard } from "#app/ui/publication/tv-card.tsx";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(publicationArea).title };

const PATH = "/van-phong/cong-bo";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "publication.manage");
  const { platform, now, permission: _ } = caller;
  const scope = caller.scope("board-live.read-desk");
  const done = new URL(args.request.url).searchParams.get("xong");
  return {
    publication: await readPublicationDesk(platform, scope),
    address: `${platform.config.publicOrigins[0]}${publicBoardPath(onlyCommune(scope))}`,
    screens: await readTvCodes(platform, scope),
    newId: makeId(now.getTime(), platform.random.bytes(10)),
    now: now.getTime(),
    done: done === "tat" || done === "luu" ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "publication.manage");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "make":
      return make(caller, fields);
    case "revoke":
      return revoke(caller, fields);
    default:
      return publish(caller, fields);
  }
}

async function publish(caller: Caller, fields: FormData) {
  const form = await readForm(fields, publicationForm);
  if (!form.ok) return askAgain({ form: { code: "not_valid" } });
  const verdict = await setPublication(caller.platform, caller.scope("board-live.publish"), {
    isPublic: form.value.intent === "open",
    seenRevision: form.value.revision,
  });
  return verdict.ok ? goOn(`${PATH}?xong=luu`) : askAgain({ form: verdict });
}

/** The address leaves the house in this answer and in no other. */
async function make(caller: Caller, fields: FormData) {
  const form = await readForm(fields, newTvForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await makeTvCode(caller.platform, caller.scope("tv.make-code"), form.value);
  if (!verdict.ok) return askAgain({ form: verdict }, form.values);
  const [origin] = caller.platform.config.publicOrigins;
  return { label: form.value.label, tvAddress: `${origin}/tv/${verdict.value.address}` };
}

async function revoke(caller: Caller, fields: FormData) {
  const form = await readForm(fields, revokeTvForm);
  if (!form.ok) return askAgain({ form: { code: "not_valid" } });
  const isThere = await revokeTvCode(caller.platform, caller.scope("tv.revoke-code"), form.value.tv);
  return isThere ? goOn(`${PATH}?xong=tat`) : askAgain({ form: { code: "not_valid" } });
}

export default function Publication() {
  const { publication, address, screens, newId, now, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { publication: words, setup } = useMessages(publicationArea, setupArea);
  const made = answer && "tvAddress" in answer ? answer : null;
  const refusal = answer && "problems" in answer ? answer : null;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {done && !answer ? <Flash>{done === "tat" ? words.revoked : words.saved}</Flash> : null}
      <PublishCard
        publication={publication}
        address={address}
        refusal={refusal && refusal.values.label === undefined ? refusal.problems : null}
      />
      <TvCard
        screens={screens}
        now={now}
        newId={made ? newId : String(refusal?.values.id ?? newId)}
        made={made}
        answer={refusal && refusal.values.label !== undefined ? refusal : null}
      />
    </Page>
  );
}
