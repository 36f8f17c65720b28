import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { nominate } from "#app/features/titles/nominate.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { readNominateDesk } from "#app/features/titles/read-nominations.server.ts";
import { nominationSchema } from "#app/features/titles/titles.schema.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(titlesArea).form.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "title.nominate");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const desk = await readNominateDesk(caller);
  const chosen = query.get("thanh-vien");
  const [id = ""] = newIds(caller, 1);
  return {
    ...desk,
    id,
    chosen: desk.members.some(({ memberId }) => memberId === chosen) ? chosen : null,
    title: desk.titles.find(({ key }) => key === query.get("danh-hieu"))?.key ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "title.nominate");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, nominationSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await nominate(caller, form.value);
  if (verdict.ok) return goOn(`${TITLE_PATHS.one(form.value.id)}?xong=de-cu`);
  if (verdict.code === "not_permitted") throw notFound();
  return askAgain({ form: verdict }, form.values);
}

export default function Nominate() {
  const { members, titles: offered, id, chosen, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { titles } = useMessages(titlesArea);
  const words = titles.form;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: TITLE_PATHS.all, label: titles.title }]} />}
      width="narrow"
    >
      {members.length === 0 ? (
        <EmptyState icon={Award} title={words.nobodyTitle}>
          {words.nobodyBody}
        </EmptyState>
      ) : (
        <FormCard
          problems={answer?.problems}
          labels={{ memberId: words.member, title: words.which, reason: words.reason }}
        >
          <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
          <SelectField
            {...fieldOf(answer, "memberId", chosen)}
            label={words.member}
            choices={members.map(({ memberId, name, teamName }) => ({
              value: memberId,
              label: `${name}, ${teamName}`,
            }))}
          />
          <RadioGroup
            {...fieldOf(answer, "title", title)}
            label={words.which}
            choices={offered.map(({ key, name, description }) => ({
              value: key,
              label: name,
              hint: description,
            }))}
          />
          <TextArea {...fieldOf(answer, "reason")} label={words.reason} hint={words.reasonHint} />
          <div>
            <SubmitButton>{words.send}</SubmitButton>
          </div>
        </FormCard>
      )}
    </Page>
  );
}
