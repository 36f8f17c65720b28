import { LANGUAGES } from "#app/messages/language.ts";
import { appearanceArea } from "#app/messages/vi/appearance.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { usePageFrame } from "../page-frame.tsx";
import { TEXT_SIZES, THEMES } from "./preference.ts";

/** Three choices and a sample. Sent as a whole page, since the attributes of <html> come from the server. */
export function AppearanceForm({ isSaved }: { isSaved: boolean }) {
  const { appearance, shell } = useMessages(appearanceArea, shellArea);
  const { preference } = usePageFrame();
  return (
    <Page width="narrow">
      {isSaved ? <Notice tone="success">{appearance.saved}</Notice> : null}
      <FormCard title={appearance.title} lead={appearance.lead} reloadDocument>
        <ChipGroup
          name="textSize"
          label={appearance.textSize}
          choices={TEXT_SIZES.map((value) => ({ value, label: appearance.textSizes[value] }))}
          defaultValues={[preference.textSize]}
        />
        <ChipGroup
          name="theme"
          label={appearance.theme}
          choices={THEMES.map((value) => ({ value, label: appearance.themes[value] }))}
          defaultValues={[preference.theme]}
        />
        <ChipGroup
          name="language"
          label={appearance.language}
          choices={LANGUAGES.map((value) => ({ value, label: shell.languageNames[value] }))}
          defaultValues={[preference.language]}
        />
        <SubmitButton block>{appearance.save}</SubmitButton>
      </FormCard>
      <Card title={appearance.sampleTitle} className="mx-auto max-w-lg">
        <p>{appearance.sampleBody}</p>
      </Card>
      <TextLink to="/tiep-can" className="mx-auto inline-flex min-h-12 items-center">
        {appearance.statement}
      </TextLink>
    </Page>
  );
}
