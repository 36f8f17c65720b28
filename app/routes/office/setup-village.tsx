import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Trash2 from "lucide-react/icons/trash-2";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { removeVillage, renameVillage } from "#app/features/communes/change-village.server.ts";
import { readVillages, type VillageView } from "#app/features/communes/read-villages.server.ts";
import { villageForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { fieldsOf } from "#app/ui/setup/form-answer.ts";
import { STEP_PATHS } from "#app/ui/setup/paths.ts";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain, tellConflict } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).villages.rename };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  return { village: await findVillage(caller, args.params.village) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, villageForm);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const village = numberIn(args);
  if (form.value.intent === "remove") {
    const verdict = await removeVillage(caller.platform, caller.scope("communes.remove-village"), village);
    if (verdict.ok) throw goOn(`${STEP_PATHS.villages}?da-luu`);
    return askAgain({ form: verdict }, form.values, NOTHING_NEWER);
  }
  const { newName, revision } = form.value;
  const change = { villageId: village, name: newName, seenRevision: revision };
  const verdict = await renameVillage(caller.platform, caller.scope("communes.rename-village"), change);
  if (verdict.ok) throw goOn(`${STEP_PATHS.villages}?da-luu`);
  if (verdict.code === "village_name_taken")
    return askAgain({ newName: verdict }, form.values, NOTHING_NEWER);
  const standing: VillageView | null = await findVillage(caller, args.params.village);
  return tellConflict(verdict, form.values, { standing });
}

const NOTHING_NEWER: { readonly standing: VillageView | null } = { standing: null };

/** What cannot be a village's number names none, and is never asked of the database. */
function numberIn({ params }: Pick<ActionFunctionArgs, "params">): number {
  if (!/^[1-9]\d{0,8}$/.test(params.village ?? "")) throw notFound();
  return Number(params.village);
}

async function findVillage(caller: Caller, id: string | undefined) {
  const villages = await readVillages(caller.platform, caller.scope("communes.read-villages"));
  const village = villages.find((each) => String(each.id) === id);
  if (!village) throw notFound();
  return village;
}

export default function SetupVillage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const standing = answer?.standing ?? null;
  const village = standing ?? loaded.village;
  const { setup } = useMessages(setupArea);
  const words = setup.villages;
  return (
    <Page
      title={village.name}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: STEP_PATHS.villages, label: setup.steps.names.villages }]} />}
    >
      {standing ? <ChangedNotice standing={[{ term: words.columns.name, value: standing.name }]} /> : null}
      <SheetForm problems={answer?.problems} labels={{ newName: words.newName }}>
        <input type="hidden" name="revision" value={village.revision} />
        <TextField {...fieldsOf(answer)("newName", village.name)} label={words.newName} maxLength={80} />
        <SubmitButton name="intent" value="rename" size="large" block>
          {words.rename}
        </SubmitButton>
        <SubmitButton name="intent" value="remove" variant="quiet" icon={Trash2} block>
          {words.remove}
        </SubmitButton>
      </SheetForm>
    </Page>
  );
}
