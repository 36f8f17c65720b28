import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Target from "lucide-react/icons/target";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerTargets } from "#app/features/assigned-targets/answer-form.server.ts";
import { TARGET_PATHS } from "#app/features/assigned-targets/paths.ts";
import { readTargets } from "#app/features/assigned-targets/read-targets.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { assignedTargetsArea } from "#app/messages/vi/assigned-targets.ts";
import { TargetSheet } from "#app/ui/assigned-targets/target-sheet.tsx";
import { WaitingTargets } from "#app/ui/assigned-targets/waiting-targets.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TargetTrail } from "#app/ui/targets/target-trail.tsx";

export const handle: PageHandle = { title: (say) => say(assignedTargetsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.read");
  const { platform, communeId, actor, person, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const sheet = await readTargets(caller, optionalNumber(query.get("ky")));
  if (!sheet) throw notFound();
  const mayDo = (capability: "target.propose" | "target.approve") =>
    sheet.isOpen && can(actor, capability, { communeId }, today).ok;
  return {
    live,
    sheet,
    hasDesk: can(actor, "commune.read-settings", { communeId }, today).ok,
    meId: person.accountId,
    mayAssign: mayDo("target.propose"),
    mayDecide: mayDo("target.approve"),
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "target.read");
  const fields = await receiveForm(args.request);
  const answer = caller.communeId === null || fields === null ? null : await answerTargets(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TARGET_PATHS.month(answer.monthId)}&xong=${answer.done}`);
}

export default function AssignedTargets() {
  const { live, sheet, hasDesk, meId, mayAssign, mayDecide, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  useLive(live);
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  const { number } = useFormat();
  const monthName = useMonthName();
  const { monthId, months, quota, lines, sum } = sheet;
  return (
    <Page title={words.title} lead={words.lead} trail={<TargetTrail hasDesk={hasDesk} />}>
      {done !== null && !answer ? <Flash>{done === "decided" ? words.decided : words.saved}</Flash> : null}
      <Form method="get" className="grid max-w-md gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <SelectField
          key={monthId}
          name="ky"
          label={words.month}
          defaultValue={String(monthId)}
          choices={months.map((id) => ({ value: String(id), label: monthName(id) }))}
        />
        <Button type="submit" variant="secondary">
          {words.open}
        </Button>
      </Form>
      <div className="grid grid-cols-2 gap-3">
        <StatTile label={words.sumDone} value={number(sum.done)} note={words.sumOf(sum.target)} />
        <StatTile label={words.sumReached} value={number(sum.reached)} note={words.sumTeams(sum.asked)} />
      </div>
      <Notice tone="info">
        {sheet.isOpen ? (quota === null ? words.noQuota : words.quota(quota)) : words.over}
        {mayAssign ? ` ${words.proposeHint}` : ""}
      </Notice>
      <WaitingTargets monthId={monthId} lines={lines} meId={meId} mayDecide={mayDecide} answer={answer} />
      {lines.length === 0 ? (
        <EmptyState icon={Target} title={words.noTeams}>
          {words.noTeamsBody}
        </EmptyState>
      ) : (
        <TargetSheet
          key={monthId}
          monthId={monthId}
          quota={quota}
          lines={lines}
          mayAssign={mayAssign}
          answer={answer && "proposals" in answer.values ? undefined : answer}
        />
      )}
    </Page>
  );
}
