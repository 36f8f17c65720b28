import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import type { Problems } from "../kit/error-summary.tsx";
import { PinField } from "../kit/pin-field.tsx";
import { useMessages } from "../language.tsx";

/** Twice, because nobody sees what was typed. */
export function NewPinFields({ problems }: { problems?: Problems | null | undefined }) {
  const { enrol: words } = useMessages(enrolmentArea).enrolment;
  return (
    <>
      <PinField name="pin" label={words.pin} hint={words.pinHint} error={problems?.pin} />
      <PinField name="repeated" label={words.repeated} error={problems?.repeated} />
    </>
  );
}
