import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { FormCard } from "../kit/form-card.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { FormAnswer } from "../setup/form-answer.ts";

/** The code of a paper, typed by whoever holds it. */
export function CheckForm({
  problems,
  typed,
}: {
  problems?: FormAnswer["problems"] | undefined;
  typed?: FormAnswer["values"] | undefined;
}) {
  const { certificates } = useMessages(certificatesArea);
  const words = certificates.check;
  return (
    <FormCard action={CERTIFICATE_PATHS.check} problems={problems} labels={{ code: words.code }}>
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={problems?.code}
        defaultValue={typeof typed?.code === "string" ? typed.code : ""}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </FormCard>
  );
}
