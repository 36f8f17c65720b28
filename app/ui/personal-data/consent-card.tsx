import { Form } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import {
  CONSENT_PURPOSES,
  CONSENT_TEXT_VERSION,
  type ConsentChannel,
  type ConsentPurpose,
} from "#app/domain/people/consent.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { Card } from "../kit/card.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownConsent {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly givenAt: string;
  readonly recordedBy: string;
  readonly withdrawnAt: string | null;
}

interface Props {
  consents: readonly ShownConsent[];
  /** One for each purpose, made before anything is sent. */
  ids: Readonly<Record<ConsentPurpose, string>>;
  /** The officer records what was signed or said; the person alone agrees on a screen. */
  isOwn: boolean;
  /** Of a recording that was refused. */
  refusal?: FormAnswer | undefined;
}

/** Each purpose by itself, with its words in full, and withdrawing as near as giving. */
export function ConsentCard({ consents, ids, isOwn, refusal }: Props) {
  const { personalData: words } = useMessages(personalDataArea);
  const format = useFormat();
  const day = (moment: string) => format.date(localDateAt(new Date(moment).getTime()));
  return (
    <Card title={words.consents}>
      <p className="text-ink-soft">{isOwn ? words.consentLead : words.recordHint}</p>
      <ul className="mt-4 grid gap-5">
        {CONSENT_PURPOSES.map((purpose) => {
          const lines = consents.filter((consent) => consent.purpose === purpose);
          const standing = lines.find(({ withdrawnAt }) => withdrawnAt === null);
          return (
            <li key={purpose} className="border-t border-line pt-4">
              <p className="flex flex-wrap items-center justify-between gap-2">
                <strong>{words.purposes[purpose]}</strong>
                <Pill tone={standing ? "accent" : "neutral"}>{standing ? words.given : words.notGiven}</Pill>
              </p>
              <p className="mt-1">{words.texts[purpose]}</p>
              {lines.map((line) => (
                <p key={line.givenAt} className="text-sm text-ink-soft">
                  {words.givenLine(day(line.givenAt), words.channels[line.channel], line.recordedBy)}
                  {line.withdrawnAt ? ` · ${words.withdrawnLine(day(line.withdrawnAt))}` : null}
                </p>
              ))}
              <Form method="post" noValidate className="mt-3 flex flex-wrap items-end gap-3">
                <input type="hidden" name="purpose" value={purpose} />
                <input type="hidden" name="id" value={ids[purpose]} />
                <input type="hidden" name="textVersion" value={CONSENT_TEXT_VERSION} />
                {standing ? (
                  <SubmitButton name="intent" value="withdraw" variant="secondary" size="small">
                    {words.withdraw}
                  </SubmitButton>
                ) : (
                  <>
                    {isOwn ? null : (
                      <div className="min-w-0 flex-1 basis-56">
                        <SelectField
                          id={`channel-${purpose}`}
                          name="channel"
                          label={words.channel}
                          error={refusal?.values.purpose === purpose ? refusal.problems.channel : undefined}
                          choices={(["paper", "spoken"] as const).map((value) => ({
                            value,
                            label: words.channels[value],
                          }))}
                        />
                      </div>
                    )}
                    <SubmitButton name="intent" value="give" variant="secondary" size="small">
                      {isOwn ? words.give : words.record}
                    </SubmitButton>
                  </>
                )}
              </Form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
