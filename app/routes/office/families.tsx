import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { familyRecognitionSchema } from "#app/features/digital-family/family.schema.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { readRecognitionDesk } from "#app/features/digital-family/read-recognition-desk.server.ts";
import { recogniseFamilies } from "#app/features/digital-family/recognise-families.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { FamilyLinks, RecogniseForm } from "#app/ui/digital-family/recognition-desk.tsx";
import { VillageFamiliesTable } from "#app/ui/digital-family/village-families-table.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(digitalFamilyArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "family.recognise");
  const { platform, communeId, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    today,
    desk: await readRecognitionDesk(caller),
    recognised: optionalNumber(new URL(args.request.url).searchParams.get("xong")),
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  title_number_malformed: "number",
  title_date_in_future: "date",
  title_date_too_early: "date",
};

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "family.recognise");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, familyRecognitionSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await recogniseFamilies(caller, form.value);
  if (verdict.ok) return goOn(`${FAMILY_PATHS.office}?xong=${verdict.value.count}`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ [FIELDS[verdict.code] ?? "form"]: verdict }, form.values);
}

export default function FamiliesOfTheCommune() {
  const { live, today, desk, recognised } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { digitalFamily, titles } = useMessages(digitalFamilyArea, titlesArea);
  const words = digitalFamily.office;
  const terms = useTerms();
  useLive(live);
  return (
    <Page
      title={digitalFamily.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: TITLE_PATHS.all, label: titles.title }]} />}
    >
      {recognised !== null && !answer ? <Flash key={recognised}>{words.recognised(recognised)}</Flash> : null}
      <RecogniseForm families={desk.waiting} today={today} answer={answer} />
      {desk.revocations.length > 0 ? (
        <FamilyLinks
          title={words.revocations}
          none=""
          families={desk.revocations}
          familyAt={FAMILY_PATHS.one}
        />
      ) : null}
      <FamilyLinks title={words.due} none={words.noneDue} families={desk.due} familyAt={FAMILY_PATHS.one} />
      <Card title={words.byVillage(terms)}>
        <VillageFamiliesTable
          villages={desk.villages}
          villageAt={(id) => `${FAMILY_PATHS.village}?thon=${id}`}
        />
      </Card>
    </Page>
  );
}
