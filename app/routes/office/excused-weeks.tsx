import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import CalendarOff from "lucide-react/icons/calendar-off";
import { can } from "#app/domain/access/can.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { excusedSchema, withdrawExcusedSchema } from "#app/features/badges/badges.schema.ts";
import {
  declareExcusedWeeks,
  withdrawExcusedWeeks,
} from "#app/features/badges/declare-excused-weeks.server.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { readExcusedWeeks } from "#app/features/badges/read-excused-weeks.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { ExcusedForm } from "#app/ui/badges/excused-form.tsx";
import { ExcusedList } from "#app/ui/badges/excused-list.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import type { FormAnswer } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(badgesArea).excused.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "badge.oversee");
  const { communeId, platform, now, actor, today } = caller;
  const page = await readExcusedWeeks(caller);
  if (page === null || communeId === null) throw notFound();
  return {
    ...page,
    id: makeId(now.getTime(), platform.random.bytes(10)),
    mayEdit: can(actor, "badge.manage", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "badge.oversee");
  const { communeId, platform } = caller;
  const fields = await receiveForm(args.request);
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, "badge.manage", { communeId });
  if (fields.get("intent") === "withdraw") {
    const form = await readForm(fields, withdrawExcusedSchema);
    if (!form.ok) throw notFound();
    await withdrawExcusedWeeks(platform, caller.scope("badges.withdraw-excused"), form.value.id);
    return goOn(`${BADGE_PATHS.excused}?xong=rut`);
  }
  const form = await readForm(fields, excusedSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { member = null, note = null, ...range } = form.value;
  const wish = { ...range, memberId: member, note };
  const verdict = await declareExcusedWeeks(platform, caller.scope("badges.declare-excused"), wish);
  if (verdict.ok) return goOn(`${BADGE_PATHS.excused}?xong=luu`);
  const field = verdict.code === "excused_of_unknown_member" ? "member" : "lastDay";
  return askAgain({ [field]: verdict }, form.values);
}

export default function ExcusedWeeks() {
  const { ranges, members, id, mayEdit, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { badges: words, setup } = useMessages(badgesArea, setupArea);
  return (
    <Page
      title={words.excused.title}
      lead={words.excused.lead}
      width="narrow"
      trail={
        <Breadcrumb
          steps={[
            { to: OFFICE_PATHS.overview, label: setup.overview.title },
            { to: BADGE_PATHS.office, label: words.office.title },
          ]}
        />
      }
    >
      {done !== null && !answer ? (
        <Flash>{done === "rut" ? words.excused.withdrawn : words.excused.saved}</Flash>
      ) : null}
      {ranges.length === 0 ? (
        <EmptyState icon={CalendarOff} title={words.excused.none}>
          {words.excused.noneBody}
        </EmptyState>
      ) : (
        <Card title={words.excused.listTitle}>
          <ExcusedList ranges={ranges} mayEdit={mayEdit} />
        </Card>
      )}
      {mayEdit ? <ExcusedForm id={id} members={members} answer={answer} /> : null}
    </Page>
  );
}
