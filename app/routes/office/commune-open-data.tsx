import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { findOpenDataPublication } from "#app/features/open-data/find-publication.server.ts";
import { openDataForm } from "#app/features/open-data/open-data.schema.ts";
import { OPEN_DATA_PATHS } from "#app/features/open-data/paths.ts";
import { findOpenData } from "#app/features/open-data/read-open-data.server.ts";
import { setOpenDataPublication } from "#app/features/open-data/set-publication.server.ts";
import { licenceOf } from "#app/messages/open-data-paper.ts";
import { openDataArea } from "#app/messages/vi/open-data.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { OpenDataSheet } from "#app/ui/open-data/open-data-sheet.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(openDataArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "open-data.read-settings");
  const { actor, platform, today } = caller;
  const communeId = caller.communeId ?? 0;
  return platform.db.withCommunes(caller.scope("open-data.read-settings"), async (tx) => {
    const data = await findOpenData(tx, communeId, today);
    return {
      ...(await findOpenDataPublication(tx, communeId)),
      data,
      licence: licenceOf(data.commune),
      mayPublish: can({ ...actor, provedFreshly: true }, "open-data.publish", { communeId }, today).ok,
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "open-data.publish");
  const form = await readForm(args.request, openDataForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { intent, revision } = form.value;
  const wish = { isPublic: intent === "open", seenRevision: revision };
  const verdict = await setOpenDataPublication(caller.platform, caller.scope("open-data.publish"), wish);
  return verdict.ok ? goOn(OPEN_DATA_PATHS.office) : askAgain({ form: verdict }, form.values);
}

export default function OpenDataSwitch() {
  const { isPublic, revision, data, licence, mayPublish } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { openData: words } = useMessages(openDataArea);
  const path = OPEN_DATA_PATHS.commune(data.communeId);
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.officeLead}>
      <ErrorSummary problems={answer?.problems} labels={{}} />
      <Card
        title={words.switchTitle}
        aside={<Pill tone={isPublic ? "accent" : "neutral"}>{isPublic ? words.on : words.off}</Pill>}
      >
        <p className="max-w-prose">{isPublic ? words.onBody : words.offBody}</p>
        {isPublic ? (
          <p className="mt-2">
            <TextLink to={path}>{words.see}</TextLink>
          </p>
        ) : null}
        {mayPublish ? (
          <Form method="post" className="mt-4">
            <input type="hidden" name="revision" value={revision} />
            <SubmitButton
              name="intent"
              value={isPublic ? "close" : "open"}
              variant={isPublic ? "secondary" : "primary"}
            >
              {isPublic ? words.close : words.publish}
            </SubmitButton>
          </Form>
        ) : null}
      </Card>
      <h2 className="text-2xl">{words.preview}</h2>
      <OpenDataSheet data={data} licence={licence} files={null} />
    </Page>
  );
}
