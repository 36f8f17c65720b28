import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerFamilyForm } from "#app/features/digital-family/answer-family-form.server.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { readFamily } from "#app/features/digital-family/read-family.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { FamilyCard } from "#app/ui/digital-family/family-card.tsx";
import { CheckForm, DeclareForm } from "#app/ui/digital-family/family-forms.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages, useSayRejection } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { RevocationCard } from "#app/ui/titles/revocation-card.tsx";
import { TitleFlash } from "#app/ui/titles/title-flash.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { family }) => family.head };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "family.read");
  const { platform, communeId, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const family = await readFamily(caller, idParam(args.params.householdId));
  if (!family) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { live, family, id, today, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "family.read");
  const { communeId } = caller;
  const fields = await receiveForm(args.request);
  const family = await readFamily(caller, idParam(args.params.householdId));
  if (fields === null || communeId === null || !family) throw notFound();
  const act = fields.get("act");
  if (act === "ask-revocation") demand(args, caller, "title.ask-revocation", { communeId });
  if (act === "revoke" || act === "keep") demand(args, caller, "title.answer-revocation", { communeId });
  const answer = await answerFamilyForm(caller, family, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${FAMILY_PATHS.one(family.householdId)}?xong=${answer.done}`);
}

export default function Family() {
  const { live, family, id, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { digitalFamily: words } = useMessages(digitalFamilyArea);
  const say = useSayRejection();
  useLive(live);
  const { may, declaration, award, checkRefusal } = family;
  const of = (act: string) => (fieldText(answer, "act") === act ? answer : undefined);
  const isPlaced = of("declare") ? may.declare : of("check") ? may.check && declaration !== null : false;
  const flash = done === "khai" ? words.one.saved : done === "xac-nhan" ? words.one.checked : null;
  return (
    <Page
      title={family.head}
      lead={[`${words.list.code} ${family.code}`, family.lane].filter(Boolean).join(" · ")}
      trail={
        <Breadcrumb
          steps={[
            {
              to: `${FAMILY_PATHS.village}?thon=${family.villageId}`,
              label: words.villageTitle(family.villageName),
            },
          ]}
        />
      }
      width="narrow"
    >
      {answer ? null : flash === null ? <TitleFlash done={done} /> : <Flash key={done}>{flash}</Flash>}
      <ErrorSummary problems={isPlaced ? undefined : answer?.problems} />
      {checkRefusal ? <Notice tone="info">{say({ code: checkRefusal } as never)}</Notice> : null}
      {may.check && declaration ? (
        <CheckForm
          key={declaration.id}
          declarationId={declaration.id}
          checklist={family.declaredChecklist}
          required={family.required}
          declared={declaration.items}
          answer={of("check")}
        />
      ) : null}
      {declaration === null && award === null ? null : <FamilyCard family={family} />}
      {may.declare ? (
        <DeclareForm
          key={id}
          id={id}
          today={today}
          checklist={family.checklist}
          required={family.required}
          before={declaration?.items ?? []}
          isAgain={declaration !== null}
          mayTypePaper={may.onPaper}
          answer={of("declare")}
        />
      ) : null}
      <RevocationCard
        id={id}
        waits={award?.revocation ?? null}
        mayAsk={may.askRevocation}
        mayAnswer={may.answerRevocation}
        answer={answer}
      />
    </Page>
  );
}
