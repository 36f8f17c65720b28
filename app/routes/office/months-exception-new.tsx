import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import FileX from "lucide-react/icons/file-x";
import { makeId } from "#app/domain/ids.ts";
import { judgeExceptionTime } from "#app/domain/months/objection.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { askException } from "#app/features/months/ask-exception.server.ts";
import { exceptionForm, readMonthId } from "#app/features/months/months.schema.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { readMonthClaims } from "#app/features/months/read-month.server.ts";
import { readMonths } from "#app/features/months/read-months.server.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useMonthInText, useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(monthsArea).exceptionTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "month.manage");
  const { platform, now } = caller;
  const monthId = readMonthId(args.params.month);
  if (caller.communeId === null || monthId === null) throw notFound();
  const scope = caller.scope("months.read-month");
  const [month] = await readMonths(platform, scope, { id: monthId });
  if (!month || !judgeExceptionTime(month.state).ok) throw notFound();
  const wanted = new URL(args.request.url).searchParams.get("viec");
  return {
    monthId,
    wanted,
    id: makeId(now.getTime(), platform.random.bytes(10)),
    claims: await readMonthClaims(platform, scope, monthId, { isCounted: true, isWhole: true }).then(
      ({ claims }) => claims,
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "month.manage");
  const monthId = readMonthId(args.params.month);
  if (caller.communeId === null || monthId === null) throw notFound();
  const form = await readForm(args.request, exceptionForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await askException(caller, { ...form.value, monthId });
  if (verdict.ok) return goOn(`${MONTH_PATHS.exception(monthId, form.value.id)}?xong=gui`);
  const field = verdict.code === "exception_claim_not_there" || verdict.code === "exception_waits_already";
  return askAgain({ [field ? "claimId" : "form"]: verdict }, form.values);
}

export default function NewException() {
  const { monthId, wanted, id, claims } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const name = useMonthName()(monthId);
  const inText = useMonthInText()(monthId);
  const problems = answer?.problems ?? {};
  const typed = (field: string) => {
    const value = (answer?.values as Record<string, unknown> | undefined)?.[field];
    return typeof value === "string" ? value : undefined;
  };
  const trail = (
    <Breadcrumb
      steps={[
        { to: MONTH_PATHS.office, label: words.title },
        { to: MONTH_PATHS.officeMonth(monthId), label: name },
      ]}
    />
  );
  if (claims.length === 0) {
    return (
      <Page trail={trail} width="narrow">
        <EmptyState icon={FileX} title={words.exceptionNoClaims} isPage>
          {words.exceptionNoClaimsBody}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page trail={trail} width="narrow">
      <FormCard
        title={words.exceptionTitle}
        lead={words.exceptionLead(inText)}
        problems={problems}
        labels={{
          claimId: words.exceptionClaim,
          document: words.exceptionDocument,
          reason: words.exceptionReason,
        }}
      >
        <input type="hidden" name="id" value={typed("id") ?? id} />
        <SelectField
          name="claimId"
          label={words.exceptionClaim}
          error={problems.claimId}
          defaultValue={typed("claimId") ?? wanted ?? ""}
          choices={claims.map((claim) => ({
            value: claim.id,
            label: `${claim.memberName}, ${format.date(claim.workDate)}: ${claim.activityName}`,
          }))}
        />
        <TextField
          name="document"
          label={words.exceptionDocument}
          hint={words.exceptionDocumentHint}
          error={problems.document}
          defaultValue={typed("document")}
          autoComplete="off"
        />
        <TextArea
          name="reason"
          label={words.exceptionReason}
          hint={words.exceptionReasonHint}
          error={problems.reason}
          defaultValue={typed("reason")}
        />
        <SubmitButton size="large" block>
          {words.exceptionAsk}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
