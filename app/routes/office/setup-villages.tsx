import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { VILLAGE_KINDS, type VillageKind } from "#app/domain/roster/commune.ts";
import type { VillageListLine } from "#app/domain/roster/village-list.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { addVillages, previewVillages } from "#app/features/communes/add-villages.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { villagesForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { type FormAnswer, fieldsOf, typedIn } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS, STEP_PATHS, villagePath } from "#app/ui/setup/paths.ts";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { VillagePreview } from "#app/ui/setup/village-preview.tsx";
import { VillageTable } from "#app/ui/setup/village-table.tsx";
import { PRESETS } from "#prisma/presets/presets.ts";
import { askAgain, showAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.villages };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const scope = caller.scope("communes.read-villages");
  const commune = await readCommune(caller.platform, scope);
  const villages = await readVillages(caller.platform, scope);
  const kind: VillageKind = villages[0]?.kind ?? PRESETS[commune.presetId].villageKind;
  return { villages, kind, isSetUp: commune.isSetUp };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, villagesForm);
  if (!form.ok) return askAgain(form.problems, form.values, NO_LINES);
  const { intent, list = "", kind } = form.value;
  return intent === "preview" ? preview(caller, list, form.values) : save(caller, list, kind, form.values);
}

interface ListAnswer {
  readonly lines: readonly VillageListLine[] | null;
  readonly added: { readonly added: number; readonly recounted: number } | null;
}

const NO_LINES: ListAnswer = { lines: null, added: null };

async function preview(caller: Caller, list: string, values: FormAnswer["values"]) {
  const verdict = await previewVillages(caller.platform, caller.scope("communes.preview-villages"), list);
  if (!verdict.ok) return askAgain({ list: verdict }, values, NO_LINES);
  const answer: ListAnswer = { lines: verdict.value, added: null };
  return showAgain(values, answer);
}

async function save(caller: Caller, list: string, kind: VillageKind, values: FormAnswer["values"]) {
  const verdict = await addVillages(caller.platform, caller.scope("communes.add-villages"), list, kind);
  if (!verdict.ok) return askAgain({ list: verdict }, values, NO_LINES);
  const { added, recounted, leftOver } = verdict.value;
  if (leftOver === "") throw goOn(`${STEP_PATHS.villages}?them=${added}&dem=${recounted}`);
  const lines = verdict.value.lines.filter(({ outcome }) => outcome.fate === "refused");
  const answer: ListAnswer = { lines, added: { added, recounted } };
  const problem = { code: "village_lines_refused", count: lines.length } as const;
  return askAgain({ list: problem }, { ...values, list: leftOver }, answer);
}

export default function SetupVillages() {
  const { villages, kind, isSetUp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  const { village } = useTerms();
  const words = setup.villages;
  const field = fieldsOf(answer);
  const lines = answer?.lines ?? null;
  const readable = (lines ?? []).filter(
    ({ outcome }) => outcome.fate === "add" || outcome.fate === "recount",
  );
  const added = useAdded(answer?.added ?? null);
  const [search] = useSearchParams();
  return (
    <SetupPage step="villages" isSetUp={isSetUp} width="normal">
      {added ? <Notice tone="success">{words.added(added.added, added.recounted)}</Notice> : null}
      {search.has("da-luu") && !answer ? <Notice tone="success">{setup.saved}</Notice> : null}
      <Card>
        <Form method="post" noValidate className="grid gap-5">
          <ErrorSummary problems={answer?.problems} labels={{ list: words.paste, kind: words.kind }} />
          <TextArea
            {...field("list", null)}
            label={words.paste}
            hint={words.pasteHint}
            placeholder={words.example}
            rows={8}
            spellCheck={false}
          />
          <SelectField
            name="kind"
            label={words.kind}
            choices={VILLAGE_KINDS.map((value) => ({ value, label: setup.villageKinds[value] }))}
            defaultValue={typedIn(answer, "kind") ?? kind}
            error={answer?.problems.kind}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton
              name="intent"
              value="preview"
              variant={readable.length > 0 ? "secondary" : "primary"}
            >
              {words.preview}
            </SubmitButton>
            {readable.length > 0 ? (
              <SubmitButton name="intent" value="save">
                {words.saveSome(readable.length)}
              </SubmitButton>
            ) : null}
          </div>
        </Form>
      </Card>
      {lines ? (
        <section aria-live="polite">
          <VillagePreview lines={lines} />
        </section>
      ) : null}
      {lines && villages.length === 0 ? null : (
        <VillageTable
          villages={villages}
          actions={(village) => (
            <TextLink to={villagePath(village.id)} aria-label={words.manage(village.name)}>
              {setup.edit}
            </TextLink>
          )}
        />
      )}
      {villages.length > 0 ? (
        <Notice action={<GoOn isSetUp={isSetUp} />}>{words.listTitle(villages.length, village)}</Notice>
      ) : null}
    </SetupPage>
  );
}

function GoOn({ isSetUp }: { isSetUp: boolean }) {
  const { setup } = useMessages(setupArea);
  return (
    <LinkButton to={isSetUp ? OFFICE_PATHS.settings : STEP_PATHS.words}>{setup.villages.goOn}</LinkButton>
  );
}

/** What the last saving added: told by the answer, or by the address after a redirect. */
function useAdded(answered: { added: number; recounted: number } | null) {
  const [search] = useSearchParams();
  if (answered) return answered;
  if (!search.has("them")) return null;
  const count = (name: string) => Number.parseInt(search.get(name) ?? "0", 10) || 0;
  return { added: count("them"), recounted: count("dem") };
}
