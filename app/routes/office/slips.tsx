import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import Users from "lucide-react/icons/users";
import { allow } from "#app/features/accounts/allow.server.ts";
import { slipsSchema } from "#app/features/accounts/enrolment.schema.ts";
import { makeSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { type SheetSlip, SlipSheet } from "#app/ui/enrolment/slip-sheet.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages, useSayRejection } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).slips.title };

/** There is nothing to look at before slips are made, and nothing to look at again. */
export async function loader(args: LoaderFunctionArgs) {
  await allow(args, "slip.make");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "slip.make");
  const form = await readForm(args.request, slipsSchema);
  const slips: SheetSlip[] = [];
  const refusals: Rejection[] = [];
  for (const accountId of form.ok ? form.value.accountId : []) {
    const made = await makeSlip(caller, accountId);
    if (made.ok) slips.push({ ...made.value, expiresAt: made.value.expiresAt.toISOString() });
    else refusals.push(made);
  }
  return data({ slips, refusals }, { headers: { "Cache-Control": "no-store" } });
}

export default function Slips() {
  const made = useActionData<typeof action>();
  const { slips: words } = useMessages(enrolmentArea).enrolment;
  const say = useSayRejection();
  const back = (
    <LinkButton to={PATHS.people} variant="secondary" className="no-print">
      {words.back}
    </LinkButton>
  );
  if (!made || made.slips.length + made.refusals.length === 0) {
    return (
      <Page width="narrow" title={words.title}>
        <EmptyState icon={Users} title={words.noneTitle} action={back}>
          {words.noneBody}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page width="narrow" title={<span className="no-print">{words.title}</span>}>
      {made.refusals.length > 0 ? (
        <div className="no-print">
          <Notice tone="danger" title={words.refusedTitle}>
            <ul>
              {made.refusals.map((refusal, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <li key={index}>{say(refusal)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {made.slips.length > 0 ? <SlipSheet slips={made.slips} /> : null}
      <div>{back}</div>
    </Page>
  );
}
