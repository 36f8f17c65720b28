import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Handshake from "lucide-react/icons/handshake";
import { SUPPORT_PATHS } from "#app/domain/support/views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerSupportForm } from "#app/features/support/answer-support-form.server.ts";
import { openSupportDesk } from "#app/features/support/open-support-desk.server.ts";
import { readPartners } from "#app/features/support/read-partners.server.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { PartnerCard } from "#app/ui/support/partner-card.tsx";
import { PartnerForm } from "#app/ui/support/partner-form.tsx";

export const handle: PageHandle = { title: (say) => say(supportArea).partners.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "support.read");
  return openSupportDesk(caller, args.request, readPartners);
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "support.keep");
  return answerSupportForm(caller, args.request, SUPPORT_PATHS.partners);
}

export default function Partners() {
  const { live, id, today, desk, mayKeep, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { support } = useMessages(supportArea);
  const words = support.partners;
  useLive(live);
  const saved = done === null ? undefined : support.saved[done];
  const isNew =
    fieldText(answer, "act") === "partner" &&
    !desk.partners.some((partner) => partner.id === fieldText(answer, "id"));
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={SUPPORT_PATHS.money} variant="secondary">
          {support.money.title}
        </LinkButton>
      }
    >
      {saved && !answer ? <Flash key={id}>{saved}</Flash> : null}
      <ErrorSummary problems={answer?.problems} />
      {desk.partners.length === 0 ? (
        <EmptyState icon={Handshake} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {desk.partners.map((partner) => (
        <PartnerCard
          key={partner.id}
          partner={partner}
          teams={desk.teams}
          badges={desk.badges}
          id={id}
          today={today}
          mayKeep={mayKeep}
          answer={answer}
        />
      ))}
      {mayKeep ? (
        <Disclosure key={id} summary={words.add} isOpen={isNew}>
          <PartnerForm
            id={isNew ? fieldText(answer, "id") : id}
            stored={null}
            answer={isNew ? answer : undefined}
          />
        </Disclosure>
      ) : null}
    </Page>
  );
}
