import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ZALO_PATH } from "#app/domain/zalo/views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerZaloForm } from "#app/features/zalo-groups/answer-zalo-form.server.ts";
import { checkGroupName, readZaloGroups } from "#app/features/zalo-groups/read-zalo-groups.server.ts";
import { zaloArea } from "#app/messages/vi/zalo.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CheckNameForm } from "#app/ui/zalo/check-name-form.tsx";
import { GroupCard } from "#app/ui/zalo/group-card.tsx";
import { NamingForm } from "#app/ui/zalo/naming-form.tsx";

export const handle: PageHandle = { title: (say) => say(zaloArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "zalo.keep");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const desk = await readZaloGroups(caller);
  const query = new URL(args.request.url).searchParams;
  const checked = checkGroupName(desk, query.get("nhom"), query.get("ten"));
  return { live, desk, checked, done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "zalo.keep");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerZaloForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ZALO_PATH}?xong=${answer.done}`);
}

export default function ZaloGroups() {
  const { live, desk, checked, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { zalo: words } = useMessages(zaloArea);
  const terms = useTerms();
  useLive(live);
  const { groups, naming, mayName } = desk;
  const saved = done === null ? undefined : words.saved[done];
  const act = fieldText(answer, "act");
  const refused = act === "group" ? fieldText(answer, "place") : null;
  const [commune, ...villages] = groups;
  const count = (status: string) => villages.filter((group) => group.status === status).length;
  const titleOf = ({ village }: { readonly village: string | null }) => village ?? words.communeGroup;
  return (
    <Page title={words.title} lead={words.lead}>
      {saved && !answer ? <Flash>{saved}</Flash> : null}
      {commune ? (
        <GroupCard group={commune} title={words.communeGroup} answer={refused === "0" ? answer : undefined} />
      ) : null}
      <section className="grid gap-4">
        <h2 className="text-2xl">{words.villages(terms)}</h2>
        <p className="text-ink-soft">
          {words.summary(count("existing"), count("new"), villages.length - count("existing") - count("new"))}
        </p>
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          {villages.map((group) => (
            <GroupCard
              key={group.place}
              group={group}
              title={titleOf(group)}
              answer={refused === String(group.place) ? answer : undefined}
            />
          ))}
        </div>
      </section>
      <CheckNameForm groups={groups} titleOf={titleOf} checked={checked} />
      {mayName ? (
        <Disclosure summary={words.naming.title} isOpen={act === "naming"}>
          <NamingForm naming={naming} answer={act === "naming" ? answer : undefined} />
        </Disclosure>
      ) : null}
    </Page>
  );
}
