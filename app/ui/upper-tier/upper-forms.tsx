import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { FormCard } from "../kit/form-card.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf, typedIn } from "../setup/form-answer.ts";

interface FormProps {
  readonly answer: FormAnswer | undefined;
}

/** Only the problems of this form's own fields: three forms share one page and one answer. */
function problemsOf(answer: FormAnswer | undefined, names: readonly string[]) {
  const found = Object.entries(answer?.problems ?? {}).filter(([name]) => names.includes(name));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

export function NewReaderForm({ answer, newAccountId }: FormProps & { newAccountId: string }) {
  const words = useMessages(upperTierArea).upperTier.office;
  const field = fieldsOf(answer);
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{words.newTitle}</h2>
      <FormCard
        problems={problemsOf(answer, ["name", "username", "account", "form"])}
        labels={{ name: words.name, username: words.username }}
      >
        <input type="hidden" name="account" value={typedIn(answer, "account") ?? newAccountId} />
        <TextField {...field("name", null)} label={words.name} autoComplete="off" />
        <TextField
          {...field("username", null)}
          label={words.username}
          hint={words.usernameHint}
          autoComplete="off"
          optional
        />
        <SubmitButton name="intent" value="add" block>
          {words.add}
        </SubmitButton>
      </FormCard>
    </section>
  );
}

export function KnownReaderForm({ answer }: FormProps) {
  const words = useMessages(upperTierArea).upperTier.office;
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{words.knownTitle}</h2>
      <FormCard
        problems={problemsOf(answer, ["knownUsername"])}
        labels={{ knownUsername: words.knownUsername }}
      >
        <TextField
          {...fieldsOf(answer)("knownUsername", null)}
          label={words.knownUsername}
          autoComplete="off"
        />
        <SubmitButton name="intent" value="add-known" variant="secondary" block>
          {words.addKnown}
        </SubmitButton>
      </FormCard>
    </section>
  );
}

interface PlacementProps extends FormProps {
  readonly province: string;
  readonly district: string | null;
  readonly today: LocalDate;
}

export function PlacementForm({ answer, province, district, today }: PlacementProps) {
  const words = useMessages(upperTierArea).upperTier.office;
  const field = fieldsOf(answer);
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{words.unitTitle}</h2>
      <FormCard
        problems={problemsOf(answer, ["province", "district", "from"])}
        labels={{ province: words.province, district: words.district, from: words.from }}
      >
        <TextField {...field("province", province)} label={words.province} />
        <TextField
          {...field("district", district)}
          label={words.district}
          hint={words.districtHint}
          optional
        />
        <TextField {...field("from", today)} label={words.from} hint={words.fromHint} type="date" />
        <SubmitButton name="intent" value="place" variant="secondary" block>
          {words.save}
        </SubmitButton>
      </FormCard>
    </section>
  );
}
