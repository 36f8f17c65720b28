import { SECTORS, SERVICE_KINDS } from "#app/domain/activity/service.ts";
import { servicesArea } from "#app/messages/vi/services.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf, typedIn } from "../setup/form-answer.ts";

export interface ServiceFacts {
  readonly name: string;
  readonly kind: string;
  readonly pillar: string;
  readonly sector: string | null;
  readonly inQuota: boolean;
  readonly isProject06: boolean;
  readonly retiredOn: string | null;
}

/** The fields of one entry; a new one has nothing to retire yet. */
export function ServiceFields({
  answer,
  stored,
}: {
  answer: FormAnswer | undefined;
  stored: ServiceFacts | null;
}) {
  const { services } = useMessages(servicesArea);
  const words = services.form;
  const field = fieldsOf(answer);
  const isTicked = (name: "inQuota" | "isProject06") =>
    answer ? answer.values[name] !== undefined : (stored?.[name] ?? false);
  const choice = (name: "kind" | "pillar") => {
    const chosen = typedIn(answer, name) ?? stored?.[name];
    return chosen ? [chosen] : [];
  };
  return (
    <>
      <TextField
        {...field("name", stored?.name ?? null)}
        label={words.name}
        hint={words.nameHint}
        maxLength={120}
        autoComplete="off"
      />
      <ChipGroup
        name="kind"
        label={words.kind}
        error={answer?.problems.kind}
        choices={SERVICE_KINDS.map((value) => ({ value, label: services.kinds[value] }))}
        defaultValues={choice("kind")}
      />
      <ChipGroup
        name="pillar"
        label={words.pillar}
        error={answer?.problems.pillar}
        choices={Object.entries(services.pillars).map(([value, label]) => ({ value, label }))}
        defaultValues={choice("pillar")}
      />
      <TextField
        {...field("sector", stored?.sector ?? null)}
        label={words.sector}
        hint={words.sectorHint}
        list="sectors"
        maxLength={80}
        optional
      />
      <datalist id="sectors">
        {SECTORS.map((sector) => (
          <option key={sector} value={sector} />
        ))}
      </datalist>
      <CheckBox name="inQuota" label={words.inQuota} defaultChecked={isTicked("inQuota")} />
      <CheckBox name="isProject06" label={words.isProject06} defaultChecked={isTicked("isProject06")} />
      {stored ? (
        <TextField
          {...field("retiredOn", stored.retiredOn)}
          label={words.retiredOn}
          hint={words.retiredOnHint}
          type="date"
          optional
        />
      ) : null}
      <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
    </>
  );
}
